CREATE TABLE gold.warning (
  indicator_code STRING NOT NULL COMMENT '指标代码',
  target_id STRING NOT NULL COMMENT '目标编号',
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '年份',
  level STRING NOT NULL COMMENT '级别：blue、yellow、orange、red',
  value DOUBLE COMMENT '现值',
  target_value DOUBLE COMMENT '目标值',
  margin DOUBLE COMMENT '余量（占目标之比）',
  unit STRING NOT NULL COMMENT '单位',
  duty STRING COMMENT '责任部门',
  reason_zh STRING COMMENT '原因（中文）',
  reason_en STRING COMMENT '原因（英文）',
  since_year INT NOT NULL COMMENT '起始年份'
)
USING delta
COMMENT '预警'
