CREATE TABLE gold.area_ledger (
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '年份',
  dataset STRING NOT NULL COMMENT '合同编号；各资料合计的科目为空串',
  entry STRING NOT NULL COMMENT '科目：delivered 修复前、repair 修复变化、adjusted 平差改正（三者分资料，合计即 parcels；未平差的没有 adjusted）、parcels、classes、units、control、difference',
  area_m2 DECIMAL(20,2) NOT NULL COMMENT '面积（平方米）',
  items BIGINT NOT NULL COMMENT '项数；repair、adjusted 为修复、平差的图斑数'
)
USING delta
COMMENT '面积台账：平衡与调整，逐年逐单元'
