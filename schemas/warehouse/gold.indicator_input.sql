CREATE TABLE gold.indicator_input (
  indicator_code STRING NOT NULL COMMENT '指标代码',
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '指标年份',
  input STRING NOT NULL COMMENT '公式中的名称',
  input_year INT COMMENT '输入所属年份',
  si_value DOUBLE COMMENT 'SI 单位数值',
  si_unit STRING COMMENT 'SI 单位',
  value_status STRING NOT NULL COMMENT '值状态',
  source_table STRING NOT NULL COMMENT '来源表',
  source_ids ARRAY<STRING> COMMENT '来源编号：文件键!工作表!单元格 或 文件键!图层',
  source_rows BIGINT COMMENT '来源行数（图斑数、观测数）',
  revision STRING COMMENT '与前一知悉期不同的原因：REVISED 来源修订、CORRECTED 经审核更正、RECALCULATED 重算、LATE 补报；空为首次',
  known_from DATE NOT NULL COMMENT '知悉起始日（资料收到日）',
  known_to DATE COMMENT '知悉终止日（被新资料取代之日）；空为现行'
)
USING delta
COMMENT '指标输入：公式的每个输入及来源'
