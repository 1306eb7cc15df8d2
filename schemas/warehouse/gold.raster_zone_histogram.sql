CREATE TABLE gold.raster_zone_histogram (
  layer STRING NOT NULL COMMENT '图层',
  year INT COMMENT '年份',
  zone_layer STRING NOT NULL COMMENT '控制线图层；整个行政区为空字符串',
  zone_id STRING NOT NULL COMMENT '控制线标识码；整个行政区为空字符串',
  region_code STRING NOT NULL COMMENT '行政区代码',
  entry STRING NOT NULL COMMENT '行类：bin 分级，class 类别，no_data 无值像元',
  class_value DOUBLE COMMENT '类别代码；仅 class 行',
  above DOUBLE COMMENT '大于此值；无下限时为空；方向类的北向一级由高于末界与不高于首界的值组成',
  up_to DOUBLE COMMENT '不大于此值；无上限时为空',
  cells DOUBLE NOT NULL COMMENT '像元数（按占比）',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '椭球面积（平方米）',
  unit STRING COMMENT '像元值单位'
)
USING delta
COMMENT '栅格分区直方图与类别面积，各行之和为栅格所覆盖的面积'
