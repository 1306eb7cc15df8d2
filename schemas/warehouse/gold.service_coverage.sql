CREATE TABLE gold.service_coverage (
  service_id STRING NOT NULL COMMENT '服务编号',
  minutes INT NOT NULL COMMENT '时间（分钟）',
  region_code STRING NOT NULL COMMENT '行政区代码；含全市与各单元',
  year INT NOT NULL COMMENT '年份',
  residential_m2 DECIMAL(20,2) NOT NULL COMMENT '居住用地面积（平方米）',
  covered_m2 DECIMAL(20,2) NOT NULL COMMENT '服务范围内居住用地面积（平方米）',
  covered_share DOUBLE NOT NULL COMMENT '居住用地覆盖率（比例）',
  people DOUBLE COMMENT '常住人口（人）；无该地区该年统计时为空',
  covered_people DOUBLE COMMENT '服务范围内人口（人）：按居住用地面积均匀分布'
)
USING delta
COMMENT '服务覆盖：居住用地与人口；没有居住用地的地区无行'
