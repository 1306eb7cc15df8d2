CREATE TABLE bronze.source_file (
  source_key STRING NOT NULL COMMENT '文件键：sha256 前 16 位',
  sha256 STRING NOT NULL COMMENT '内容校验值',
  file STRING NOT NULL COMMENT '相对 landing/ 的路径',
  bytes BIGINT NOT NULL COMMENT '字节数（多文件格式为合计）',
  dataset STRING COMMENT '合同编号；空为未识别',
  contract_version STRING COMMENT '读取时的合同版本',
  department STRING COMMENT '提供部门',
  data_year INT COMMENT '文件名给出的数据年份',
  received_on DATE NOT NULL COMMENT '收到日期',
  format STRING COMMENT '按内容识别的格式',
  charset STRING COMMENT '所用字符集',
  rows_in BIGINT NOT NULL COMMENT '读到的行（单元格、要素、瓦片）数',
  rows_loaded BIGINT NOT NULL COMMENT '装入 bronze 的行数',
  rows_quarantined BIGINT NOT NULL COMMENT '隔离的行数'
)
USING delta
COMMENT '收到的每个文件'
