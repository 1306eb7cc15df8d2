CREATE TABLE gold.topology_finding (
  dataset STRING NOT NULL COMMENT '合同编号',
  year INT COMMENT '年份；行政单元之间为空',
  kind STRING NOT NULL COMMENT 'overlap 重叠、gap 缝隙、sliver 碎屑图斑',
  region_codes ARRAY<STRING> NOT NULL COMMENT '所涉单元代码',
  parcel_ids ARRAY<STRING> NOT NULL COMMENT '所涉图斑标识码；行政单元之间为空数组',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '椭球面积（平方米）',
  longitude DOUBLE NOT NULL COMMENT '内点经度（度）',
  latitude DOUBLE NOT NULL COMMENT '内点纬度（度）',
  file STRING NOT NULL COMMENT '文件',
  place STRING NOT NULL COMMENT '位置：图层!要素，或图层与内点坐标',
  geometry BINARY NOT NULL COMMENT 'WKB，EPSG:4490',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）'
)
USING delta
COMMENT '图斑与单元的重叠、缝隙与碎屑'
