CREATE TABLE ops.delivery (
  dataset STRING NOT NULL COMMENT '合同编号',
  dataset_name STRING NOT NULL COMMENT '资料名称',
  dataset_name_en STRING NOT NULL COMMENT '资料英文名称',
  department STRING NOT NULL COMMENT '部门',
  period STRING NOT NULL COMMENT '期：年份、plan 或 once',
  state STRING NOT NULL COMMENT 'received、partial、missing',
  file STRING COMMENT '文件',
  received_on DATE COMMENT '收到日期',
  rows_in BIGINT COMMENT '行数',
  rows_loaded BIGINT COMMENT '装入行数',
  rows_quarantined BIGINT COMMENT '隔离行数',
  issues BIGINT COMMENT '问题数'
)
USING delta
COMMENT '交接台账'
