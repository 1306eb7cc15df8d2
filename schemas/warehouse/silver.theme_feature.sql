CREATE TABLE silver.theme_feature (
  theme STRING NOT NULL COMMENT '专题：合同编号',
  feature_id STRING COMMENT '标识码',
  name STRING COMMENT '名称',
  class_code STRING COMMENT '类别代码',
  class_name STRING COMMENT '类别名称',
  grade STRING COMMENT '等级、级别、程度',
  status STRING COMMENT '状态',
  region_name STRING COMMENT '资料所载地区',
  year INT COMMENT '文件名给出的年份',
  declared_area_m2 DECIMAL(20,2) COMMENT '资料所载面积（平方米）',
  declared_length_m DOUBLE COMMENT '资料所载长度（米）',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '椭球面积（平方米）；点、线为 0',
  length_m DOUBLE COMMENT '大地线长度（米）；仅线有',
  attributes MAP<STRING, STRING> COMMENT '资料原有各字段',
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
COMMENT '专题图层的点、线、面'
