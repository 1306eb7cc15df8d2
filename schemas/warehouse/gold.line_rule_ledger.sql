CREATE TABLE gold.line_rule_ledger (
  rule_id STRING NOT NULL COMMENT '规则编号：codelists/line_rules.yaml',
  year INT NOT NULL COMMENT '年份；资料不全而未核查的规则与年份无行',
  entry STRING NOT NULL COMMENT '科目：new、open、gone 同 gold.line_violation；sliver 小于 smallest_m2 的碎块，不列为问题',
  items BIGINT NOT NULL COMMENT '条数；碎块为块数',
  area_m2 DECIMAL(20,2) COMMENT '面积（平方米）；点、线为空',
  length_m DECIMAL(20,2) COMMENT '长度（米）；仅线有'
)
USING delta
COMMENT '控制线与规划核查台账：每条规则、每年都查了什么、查出多少'
