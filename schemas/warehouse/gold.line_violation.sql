CREATE TABLE gold.line_violation (
  rule_id STRING NOT NULL COMMENT '规则编号',
  zone_layer STRING NOT NULL COMMENT '图层',
  zone_id STRING NOT NULL COMMENT '标识码；边界外为空串',
  region_code STRING NOT NULL COMMENT '单元代码',
  year INT NOT NULL COMMENT '年份',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）',
  parcel_ids ARRAY<STRING> COMMENT '图斑标识码',
  geometry BINARY COMMENT 'WKB，EPSG:4490',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）',
  first_seen INT NOT NULL COMMENT '首次出现年份',
  state STRING NOT NULL COMMENT '状态：open'
)
USING delta
COMMENT '越线图斑'
