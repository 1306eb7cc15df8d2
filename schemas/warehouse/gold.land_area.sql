CREATE TABLE gold.land_area (
  region_code STRING NOT NULL COMMENT '行政区代码；含全市与各单元',
  year INT NOT NULL COMMENT '年份',
  dlbm STRING NOT NULL COMMENT '地类编码',
  czcsxm STRING NOT NULL COMMENT '城镇村属性码；空串为无',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '地类面积（平方米），田坎计入 1203；合计等于图斑面积合计',
  deducted_m2 DECIMAL(20,2) NOT NULL COMMENT '从该地类图斑中扣除的面积（平方米）',
  parcels BIGINT NOT NULL COMMENT '图斑数'
)
USING delta
COMMENT '地类面积：单元 × 年 × 地类'
