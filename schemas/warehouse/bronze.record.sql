CREATE TABLE bronze.record (
  dataset STRING NOT NULL COMMENT '合同编号',
  source_key STRING NOT NULL COMMENT '文件键',
  sheet STRING NOT NULL COMMENT '工作表名；CSV 为文件名',
  line INT NOT NULL COMMENT '行号，从 1 起，含表头',
  fields MAP<STRING, STRING> COMMENT '列名到原文'
)
USING delta
PARTITIONED BY (dataset)
COMMENT '逐行记录，原样'
