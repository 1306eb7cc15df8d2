CREATE TABLE gold.zone_land_area (
  zone_layer STRING NOT NULL COMMENT '图层',
  zone_id STRING NOT NULL COMMENT '标识码',
  zone_type STRING COMMENT '类型',
  region_code STRING NOT NULL COMMENT '行政区代码；含全市与各单元',
  year INT NOT NULL COMMENT '年份',
  dlbm STRING NOT NULL COMMENT '地类编码',
  czcsxm STRING NOT NULL COMMENT '城镇村属性码；空串为无',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）',
  parcels BIGINT NOT NULL COMMENT '图斑数'
)
USING delta
COMMENT '控制线内地类面积'
