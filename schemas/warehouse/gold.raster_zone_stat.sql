CREATE TABLE gold.raster_zone_stat (
  layer STRING NOT NULL COMMENT '图层',
  year INT COMMENT '年份',
  zone_layer STRING NOT NULL COMMENT '控制线图层；整个行政区为空字符串',
  zone_id STRING NOT NULL COMMENT '控制线标识码；整个行政区为空字符串',
  region_code STRING NOT NULL COMMENT '行政区代码',
  mean DOUBLE COMMENT '按像元占比加权的均值；方向类为矢量平均方向；分类栅格为空',
  value_sum DOUBLE COMMENT '像元值乘占比之和；仅数量类',
  min_value DOUBLE COMMENT '最小值；仅数量类',
  max_value DOUBLE COMMENT '最大值；仅数量类',
  std_dev DOUBLE COMMENT '总体标准差；仅数量类',
  quantiles MAP<STRING, DOUBLE> COMMENT '分位数：分位（如 0.5）到累计像元占比首次达到该分位的像元值；仅数量类',
  covered_cells DOUBLE NOT NULL COMMENT '有值像元数（按占比）',
  total_cells DOUBLE NOT NULL COMMENT '全部像元数（按占比）',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '栅格所覆盖部分的椭球面积（平方米），等于直方图各行之和',
  unit STRING COMMENT '单位'
)
USING delta
COMMENT '栅格分区统计'
