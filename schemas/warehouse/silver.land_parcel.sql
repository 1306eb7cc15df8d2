CREATE TABLE silver.land_parcel (
  year INT NOT NULL COMMENT '调查年份',
  bsm STRING NOT NULL COMMENT '标识码',
  dlbm STRING NOT NULL COMMENT '地类编码（三调工作分类）',
  czcsxm STRING COMMENT '城镇村属性码',
  region_code STRING NOT NULL COMMENT '坐落单位代码（12 位）',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '椭球面积（平方米）；平差的为平差后面积',
  deducted_dlbm STRING COMMENT '扣除地类编码',
  deducted_share DOUBLE NOT NULL COMMENT '扣除地类系数',
  deducted_m2 DECIMAL(20,2) NOT NULL COMMENT '扣除地类面积（平方米）',
  net_area_m2 DECIMAL(20,2) NOT NULL COMMENT '图斑地类面积（平方米）',
  declared_area_m2 DECIMAL(20,2) COMMENT '资料所载图斑面积（平方米）',
  repair STRING COMMENT '几何修复步骤；空为未修复',
  repair_delta_m2 DECIMAL(20,2) COMMENT '修复引起的面积变化（平方米）',
  adjustment_m2 DECIMAL(20,2) COMMENT '面积平差改正数（平方米），已计入 area_m2；空为未平差',
  geometry BINARY NOT NULL COMMENT 'WKB，EPSG:4490',
  minx DOUBLE NOT NULL COMMENT '外包框最小经度（度）',
  miny DOUBLE NOT NULL COMMENT '外包框最小纬度（度）',
  maxx DOUBLE NOT NULL COMMENT '外包框最大经度（度）',
  maxy DOUBLE NOT NULL COMMENT '外包框最大纬度（度）',
  content_hash STRING NOT NULL COMMENT '内容校验：几何、地类、属性码、扣除系数、坐落',
  geometry_hash STRING NOT NULL COMMENT '几何校验',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!图层!要素号',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
PARTITIONED BY (year)
COMMENT '地类图斑，逐年'
