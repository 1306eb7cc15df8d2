CREATE TABLE silver.admin_unit (
  region_code STRING NOT NULL COMMENT '行政区代码',
  name STRING NOT NULL COMMENT '名称；未提供时为代码',
  level STRING NOT NULL COMMENT '级别：city、township、village',
  parent_code STRING COMMENT '上级代码',
  year INT COMMENT '有效年份',
  control_area_m2 DECIMAL(20,2) COMMENT '控制（调查）面积（平方米）',
  area_m2 DECIMAL(20,2) COMMENT '椭球面积（平方米）',
  geometry BINARY COMMENT 'WKB，EPSG:4490',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!图层!要素号',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
COMMENT '行政单元'
