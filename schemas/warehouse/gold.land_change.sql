CREATE TABLE gold.land_change (
  region_code STRING NOT NULL COMMENT '单元代码（终止年所在）',
  from_region_code STRING NOT NULL COMMENT '起始年所在单元代码',
  from_year INT NOT NULL COMMENT '起始年',
  to_year INT NOT NULL COMMENT '终止年',
  from_dlbm STRING NOT NULL COMMENT '原地类',
  from_czcsxm STRING NOT NULL COMMENT '原城镇村属性码；空串为无',
  from_deducted_dlbm STRING COMMENT '原扣除地类',
  from_deducted_share DOUBLE NOT NULL COMMENT '原扣除系数',
  to_dlbm STRING NOT NULL COMMENT '现地类',
  to_czcsxm STRING NOT NULL COMMENT '现城镇村属性码；空串为无',
  to_deducted_dlbm STRING COMMENT '现扣除地类',
  to_deducted_share DOUBLE NOT NULL COMMENT '现扣除系数',
  from_bsm STRING NOT NULL COMMENT '原图斑标识码',
  to_bsm STRING NOT NULL COMMENT '现图斑标识码',
  cause STRING NOT NULL COMMENT '变化原因，见 codelists/change_causes.yaml；unchanged 为图斑重划而地类、属性、单元未变',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）',
  geometry BINARY NOT NULL COMMENT 'WKB，EPSG:4490',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）'
)
USING delta
COMMENT '变化图斑：内容有变的图斑两年相交之块'
