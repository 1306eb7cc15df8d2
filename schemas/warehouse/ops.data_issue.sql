CREATE TABLE ops.data_issue (
  issue_id STRING NOT NULL COMMENT '问题编号（内容校验）',
  code STRING NOT NULL COMMENT '类型',
  severity STRING NOT NULL COMMENT 'error、warning、info',
  department STRING COMMENT '责任部门',
  dataset STRING COMMENT '合同编号',
  file STRING COMMENT '文件',
  place STRING COMMENT '位置：工作表与单元格，或图层与要素',
  message_zh STRING COMMENT '说明（中文）',
  message_en STRING COMMENT '说明（英文）',
  remedy_zh STRING COMMENT '处理办法（中文）',
  remedy_en STRING COMMENT '处理办法（英文）',
  stage STRING NOT NULL COMMENT '发现环节（作业）',
  first_seen DATE NOT NULL COMMENT '首次发现日期',
  run_id STRING NOT NULL COMMENT '运行编号'
)
USING delta
COMMENT '数据问题'
