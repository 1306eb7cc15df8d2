CREATE TABLE gold.indicator_value (
  indicator_code STRING NOT NULL COMMENT '指标代码',
  standard_id STRING NOT NULL COMMENT '标准版本',
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '年份',
  value DOUBLE COMMENT '指标值（单位见 unit）',
  unit STRING NOT NULL COMMENT '单位',
  value_status STRING NOT NULL COMMENT '值状态',
  target_value DOUBLE COMMENT '目标值（同一单位）',
  level STRING NOT NULL COMMENT '灯色：green、blue、yellow、orange、red、info；已被取代的值按其知悉起始日判定',
  reason STRING COMMENT '判定依据或缺值原因',
  revision STRING COMMENT '修订原因：REVISED 来源修订、CORRECTED 经审核更正、RECALCULATED 重算、LATE 补报、WITHDRAWN 撤回；空为首次或仍缺',
  run_id STRING NOT NULL COMMENT '运行编号',
  known_from DATE NOT NULL COMMENT '知悉起始日（资料收到日）',
  known_to DATE COMMENT '知悉终止日（被新资料取代之日）；空为现行'
)
USING delta
COMMENT '指标值'
