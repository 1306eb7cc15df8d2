CREATE TABLE bronze.cell (
  dataset STRING NOT NULL COMMENT '合同编号',
  source_key STRING NOT NULL COMMENT '文件键',
  sheet STRING NOT NULL COMMENT '工作表名',
  cell STRING NOT NULL COMMENT '单元格地址',
  table_no STRING COMMENT '表号',
  table_name STRING COMMENT '表名',
  title_year INT COMMENT '表题或工作表名给出的年份',
  row_path STRING COMMENT '行标题路径，以 / 分级，已规整',
  column_path STRING COMMENT '列标题路径，以 / 分级，已规整',
  row_unit STRING COMMENT '行给出的计量单位',
  column_unit STRING COMMENT '列给出的计量单位',
  table_unit STRING COMMENT '表给出的计量单位',
  subitem BOOLEAN COMMENT '是否为其中项（#）',
  raw STRING COMMENT '单元格原文',
  number DOUBLE COMMENT '数值单元格的值',
  note STRING COMMENT '脚注与修订说明'
)
USING delta
PARTITIONED BY (dataset)
COMMENT '统计表数据单元格，原样'
