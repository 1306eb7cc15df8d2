CREATE TABLE ops.job_run (
  run_id STRING NOT NULL COMMENT '运行编号',
  job STRING NOT NULL COMMENT '作业',
  fingerprint STRING NOT NULL COMMENT '输入指纹：所读表版本、文件校验、设置、目录',
  started_at TIMESTAMP NOT NULL COMMENT '开始时间',
  seconds DOUBLE NOT NULL COMMENT '用时（秒）',
  status STRING NOT NULL COMMENT 'done 或 failed',
  inputs MAP<STRING, STRING> COMMENT '所读表与版本、文件与校验',
  outputs MAP<STRING, STRING> COMMENT '所写表与版本、所写文件与校验',
  counts MAP<STRING, BIGINT> COMMENT '计数',
  message STRING COMMENT '失败原因'
)
USING delta
COMMENT '作业运行记录'
