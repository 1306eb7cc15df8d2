CREATE TABLE ops.quarantine (
  stage STRING NOT NULL COMMENT '隔离环节（作业）',
  dataset STRING COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源编号',
  file STRING COMMENT '文件',
  place STRING COMMENT '位置',
  raw STRING COMMENT '原文',
  code STRING NOT NULL COMMENT '原因类型',
  message_zh STRING COMMENT '说明（中文）',
  message_en STRING COMMENT '说明（英文）'
)
USING delta
COMMENT '隔离的原始行'
