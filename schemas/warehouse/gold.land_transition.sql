CREATE TABLE gold.land_transition (
  region_code STRING NOT NULL COMMENT '行政区代码',
  from_year INT NOT NULL COMMENT '起始年',
  to_year INT NOT NULL COMMENT '终止年',
  from_dlbm STRING NOT NULL COMMENT '原地类；CLOSE 为闭合差',
  to_dlbm STRING NOT NULL COMMENT '现地类；CLOSE 为闭合差',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）'
)
USING delta
COMMENT '土地利用转移矩阵'
