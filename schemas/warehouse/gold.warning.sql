CREATE TABLE gold.warning (
  warning_id STRING NOT NULL COMMENT '预警编号：目标编号-年份',
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
  since_year INT NOT NULL COMMENT '起始年份',
  worse_by DOUBLE COMMENT '现值变动多少（带正负号）级别升高；空为已是最高',
  worse_level STRING COMMENT '升高后的级别',
  better_by DOUBLE COMMENT '现值变动多少（带正负号）级别降低',
  better_level STRING COMMENT '降低后的级别或 green',
  fault STRING COMMENT '现值疑为数据差错：conflict 来源不一、unit_slip 单位错位、jump 异常跳变；空为未见',
  state STRING NOT NULL COMMENT '处置状态：issued 已发出、handled 已处置、closed 已办结；后两者由责任部门填写于工作区 handling/',
  state_on DATE COMMENT '处置或办结日期',
  done STRING COMMENT '处置内容',
  done_by STRING COMMENT '处置人'
)
USING delta
COMMENT '预警'
