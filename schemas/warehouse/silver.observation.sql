CREATE TABLE silver.observation (
  site_code STRING NOT NULL COMMENT '站点或样地编号',
  site_name STRING COMMENT '站点名称',
  region_code STRING NOT NULL COMMENT '所在行政区代码',
  observed_on DATE NOT NULL COMMENT '观测日期',
  observed_hour INT COMMENT '观测小时（0—23，该小时起点）；逐日、逐次观测为空',
  year INT NOT NULL COMMENT '观测年份',
  item_code STRING NOT NULL COMMENT '观测项代码',
  value DOUBLE COMMENT '原单位数值',
  unit STRING COMMENT '原单位',
  si_value DOUBLE COMMENT 'SI 单位数值',
  si_unit STRING COMMENT 'SI 单位',
  value_status STRING NOT NULL COMMENT '值状态',
  longitude DOUBLE COMMENT '经度（度，CGCS2000）',
  latitude DOUBLE COMMENT '纬度（度，CGCS2000）',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!工作表!行号',
  known_from DATE NOT NULL COMMENT '知悉起始日（资料收到日或更正审核日）',
  known_to DATE COMMENT '知悉终止日（被新资料或更正取代之日，或更正失效之日）；空为现行'
)
USING delta
COMMENT '站点、样地逐日或逐次观测值'
