CREATE TABLE gold.indicator_trend (
  indicator_code STRING NOT NULL COMMENT '指标代码',
  region_code STRING NOT NULL COMMENT '行政区代码',
  from_year INT NOT NULL COMMENT '起始年',
  to_year INT NOT NULL COMMENT '终止年',
  points INT NOT NULL COMMENT '点数',
  slope_per_year DOUBLE COMMENT 'Theil-Sen 斜率（单位每年）',
  slope_low DOUBLE COMMENT '斜率 95% 置信下限',
  slope_high DOUBLE COMMENT '斜率 95% 置信上限',
  mk_p DOUBLE COMMENT 'Mann-Kendall 双侧 p 值',
  projected_year INT COMMENT '预测年份',
  projected_value DOUBLE COMMENT '预测值',
  probability_met DOUBLE COMMENT '达标概率'
)
USING delta
COMMENT '指标趋势'
