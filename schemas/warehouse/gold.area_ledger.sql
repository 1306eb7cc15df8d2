CREATE TABLE gold.area_ledger (
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '年份',
  entry STRING NOT NULL COMMENT '科目：parcels、classes、units、control、repair、difference',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）',
  items BIGINT NOT NULL COMMENT '项数'
)
USING delta
COMMENT '面积台账：平衡与调整，逐年逐单元'
