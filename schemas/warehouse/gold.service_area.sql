CREATE TABLE gold.service_area (
  service_id STRING NOT NULL COMMENT '服务编号',
  minutes INT NOT NULL COMMENT '时间（分钟）',
  year INT NOT NULL COMMENT '年份',
  mode STRING NOT NULL COMMENT '出行方式',
  roads_year INT COMMENT '道路图层年份；文件未注明时为空',
  facilities INT NOT NULL COMMENT '计入的设施数',
  facilities_off_road INT NOT NULL COMMENT '离道路过远、未计入的设施数',
  road_length_m DOUBLE COMMENT '可达道路长度（米）；由多项服务合成的为空',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '服务范围椭球面积（平方米）',
  geometry BINARY COMMENT 'WKB，EPSG:4490；无可达范围时为空',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）'
)
USING delta
COMMENT '服务范围：沿道路若干分钟可达'
