CREATE TABLE silver.document (
  dataset STRING NOT NULL COMMENT '合同编号',
  title STRING NOT NULL COMMENT '题名（文件名）',
  department STRING NOT NULL COMMENT '提供部门',
  file STRING NOT NULL COMMENT '相对 landing/ 的路径',
  sha256 STRING NOT NULL COMMENT '内容校验值；原件存于 warehouse/documents/',
  bytes BIGINT NOT NULL COMMENT '字节数',
  format STRING COMMENT '按内容识别的格式',
  year INT COMMENT '文件名给出的年份',
  source_id STRING NOT NULL COMMENT '来源：文件键',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
COMMENT '登记的文件：规划文本、报告、图册'
