CREATE TABLE ops.delivery (
  dataset STRING NOT NULL COMMENT '合同编号',
  dataset_name STRING NOT NULL COMMENT '资料名称',
  dataset_name_en STRING NOT NULL COMMENT '资料英文名称',
  department STRING NOT NULL COMMENT '部门',
  period STRING NOT NULL COMMENT '期：年份、plan 或 once',
  state STRING NOT NULL COMMENT 'accepted 采用、returned 退回（有须改正的行或错误）、overdue 逾期未交、missing 未交（未到期或无期限）',
  due_on DATE COMMENT '应交日期；空为无期限',
  version INT COMMENT '第几次提交',
  file STRING COMMENT '文件',
  received_on DATE COMMENT '收到日期',
  rows_in BIGINT COMMENT '行数',
  rows_loaded BIGINT COMMENT '装入行数',
  rows_quarantined BIGINT COMMENT '隔离行数',
  issues BIGINT COMMENT '问题数',
  quality INT COMMENT '质量得分 0 至 100：无须改正的行所占百分比，减去各问题的扣分'
)
USING delta
COMMENT '交接台账'
