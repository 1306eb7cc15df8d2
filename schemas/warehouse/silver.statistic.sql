CREATE TABLE silver.statistic (
  region_code STRING NOT NULL COMMENT '行政区代码',
  item_code STRING NOT NULL COMMENT '指标项代码（合同列名）',
  year INT NOT NULL COMMENT '数据年份',
  value DOUBLE COMMENT '原单位数值',
  unit STRING COMMENT '原单位',
  si_value DOUBLE COMMENT 'SI 单位数值',
  si_unit STRING COMMENT 'SI 单位',
  value_status STRING NOT NULL COMMENT '值状态：OK MISSING NONE SMALL ESTIMATED REVISED ...',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!工作表!单元格',
  note STRING COMMENT '脚注与修订说明',
  known_from DATE NOT NULL COMMENT '知悉起始日（资料收到日或更正审核日）',
  known_to DATE COMMENT '知悉终止日（被新资料或更正取代之日，或更正失效之日）；空为现行'
)
USING delta
COMMENT '统计值：一地区、一指标项、一年'
