CREATE TABLE gold.raster_zone_stat (
  layer STRING NOT NULL COMMENT '图层',
  year INT COMMENT '年份',
  region_code STRING NOT NULL COMMENT '行政区代码',
  mean DOUBLE COMMENT '按面积占比加权的均值',
  covered_cells DOUBLE NOT NULL COMMENT '有值像元数（按占比）',
  total_cells DOUBLE NOT NULL COMMENT '全部像元数（按占比）',
  unit STRING COMMENT '单位'
)
USING delta
COMMENT '栅格分区统计'
