CREATE TABLE silver.register_entry (
  dataset STRING NOT NULL COMMENT '合同编号',
  entry_name STRING NOT NULL COMMENT '名称：项目、设施、样点',
  entry_id STRING COMMENT '编号',
  category STRING COMMENT '类别',
  place STRING COMMENT '地点',
  status STRING COMMENT '状态',
  started_on DATE COMMENT '开始日期',
  finished_on DATE COMMENT '结束日期',
  longitude DOUBLE COMMENT '经度（度，CGCS2000）',
  latitude DOUBLE COMMENT '纬度（度，CGCS2000）',
  region_code STRING NOT NULL COMMENT '所在行政区代码',
  year INT COMMENT '文件名给出的年份',
  item_code STRING COMMENT '数量项代码；空为该条无数量项',
  value DOUBLE COMMENT '原单位数值',
  unit STRING COMMENT '原单位',
  si_value DOUBLE COMMENT 'SI 单位数值',
  si_unit STRING COMMENT 'SI 单位',
  value_status STRING COMMENT '值状态',
  attributes MAP<STRING, STRING> COMMENT '资料原有各栏',
  source_id STRING NOT NULL COMMENT '来源：文件键!工作表!行号',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
COMMENT '名录与清单：一条、一数量项'
