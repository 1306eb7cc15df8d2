CREATE TABLE gold.raster_zone_quantile (
  layer STRING NOT NULL COMMENT '图层',
  year INT COMMENT '年份',
  zone_layer STRING NOT NULL COMMENT '控制线图层；整个行政区为空字符串',
  zone_id STRING NOT NULL COMMENT '控制线标识码；整个行政区为空字符串',
  region_code STRING NOT NULL COMMENT '行政区代码',
  quantile DECIMAL(6,5) NOT NULL COMMENT '分位，0.5 为中位数',
  value DOUBLE NOT NULL COMMENT '累计像元占比首次达到该分位的像元值',
  unit STRING COMMENT '单位'
)
USING delta
COMMENT '栅格分区分位数'
