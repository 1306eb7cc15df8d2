CREATE TABLE silver.control_zone (
  zone_layer STRING NOT NULL COMMENT '图层：STBHHX、YJJBNT、CZKFBJ、JBCY ...',
  zone_id STRING NOT NULL COMMENT '标识码',
  zone_type STRING COMMENT '类型',
  name STRING COMMENT '名称',
  declared_area_m2 DECIMAL(20,2) COMMENT '资料所载面积（平方米）',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '椭球面积（平方米）',
  geometry BINARY NOT NULL COMMENT 'WKB，EPSG:4490',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!图层!要素号',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
COMMENT '控制线与规划分区'
