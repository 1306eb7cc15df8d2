CREATE TABLE gold.indicator_trend (
  indicator_code STRING NOT NULL COMMENT '指标代码',
  region_code STRING NOT NULL COMMENT '行政区代码',
  from_year INT NOT NULL COMMENT '起始年',
  to_year INT NOT NULL COMMENT '终止年',
  points INT NOT NULL COMMENT '点数',
  slope_per_year DOUBLE COMMENT 'Theil-Sen 斜率（单位每年）',
  slope_low DOUBLE COMMENT '斜率 95% 置信下限',
  slope_high DOUBLE COMMENT '斜率 95% 置信上限',
  mk_p DOUBLE COMMENT 'Mann-Kendall 双侧 p 值（含同值校正）',
  change_year INT COMMENT 'Pettitt 检验的变点：新水平的第一年',
  change_p DOUBLE COMMENT '变点的 p 值（16 点以内为精确值）；小于 0.05 方可认为有突变',
  growth_per_year DOUBLE COMMENT '年均增长率（首末两年复合），比例',
  real_growth_per_year DOUBLE COMMENT '按可比价的年均增长率（指标目录中指明的逐年增长指数连乘），比例；无指数或缺年为空',
  projected_year INT COMMENT '预测年份（目标年）',
  projected_value DOUBLE COMMENT '按趋势线外推的预测值',
  projected_low DOUBLE COMMENT '预测值 90% 预测区间下限',
  projected_high DOUBLE COMMENT '预测值 90% 预测区间上限',
  probability_met DOUBLE COMMENT '目标年达标概率',
  breach_year INT COMMENT '预计突破年份：目标年以前趋势线首次越过界限之年；空为不越过或已突破',
  breach_earliest INT COMMENT '突破概率首次达到 10% 之年',
  breach_latest INT COMMENT '突破概率首次达到 90% 之年',
  fault STRING COMMENT '末年值疑为数据差错：unit_slip 单位错位、jump 异常跳变；空为未见',
  reason STRING COMMENT '未给出趋势的原因：too_few_points 不足 4 点；too_few_for_interval 仅 4 点，不给区间、变点与预测；空为齐全'
)
USING delta
COMMENT '指标趋势'
