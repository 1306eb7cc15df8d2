CREATE TABLE gold.land_change_cause (
  region_code STRING NOT NULL COMMENT '行政区代码；含全市与各单元',
  from_year INT NOT NULL COMMENT '起始年',
  to_year INT NOT NULL COMMENT '终止年',
  dlbm STRING NOT NULL COMMENT '地类编码',
  czcsxm STRING NOT NULL COMMENT '城镇村属性码；空串为无',
  cause STRING NOT NULL COMMENT '变化原因，见 codelists/change_causes.yaml；closing 为闭合差',
  gained_m2 DECIMAL(20,2) NOT NULL COMMENT '增加面积（平方米）',
  lost_m2 DECIMAL(20,2) NOT NULL COMMENT '减少面积（平方米）',
  change_m2 DECIMAL(20,2) NOT NULL COMMENT '净变化（平方米）；各原因合计等于两年存量之差'
)
USING delta
COMMENT '地类变化原因台账：单元 × 两年 × 地类 × 原因'
