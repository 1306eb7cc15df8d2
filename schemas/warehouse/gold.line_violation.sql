CREATE TABLE gold.line_violation (
  rule_id STRING NOT NULL COMMENT '规则编号：codelists/line_rules.yaml',
  kind STRING NOT NULL COMMENT '规则类别：land 用地越线、overlap 图层重叠、difference 图层差异、inside 区内设施与道路',
  zone_layer STRING NOT NULL COMMENT '图层或合同编号；difference 为该地块所属一方',
  zone_id STRING NOT NULL COMMENT '标识码；边界外为空串',
  other_layer STRING NOT NULL COMMENT '另一方：地类组、图层或合同编号；difference 为缺该地块的一方',
  other_id STRING NOT NULL COMMENT '另一方标识码：重叠要素、设施或道路；无为空串',
  other_name STRING COMMENT '设施或道路名称',
  region_code STRING NOT NULL COMMENT '单元代码；land 为图斑坐落单位，其余为整块所在的最小行政单元',
  year INT NOT NULL COMMENT '年份',
  area_m2 DECIMAL(20,2) COMMENT '面积（平方米）；点、线为空；gone 为消失前面积，不计入当年',
  length_m DECIMAL(20,2) COMMENT '区内长度（米）；仅线有；gone 为消失前长度，不计入当年',
  parcel_ids ARRAY<STRING> NOT NULL COMMENT '图斑标识码；点、线为空数组',
  geometry BINARY COMMENT 'WKB，EPSG:4490：面、区内线段或点',
  minx DOUBLE COMMENT '外包框最小经度（度）',
  miny DOUBLE COMMENT '外包框最小纬度（度）',
  maxx DOUBLE COMMENT '外包框最大经度（度）',
  maxy DOUBLE COMMENT '外包框最大纬度（度）',
  first_seen INT NOT NULL COMMENT '首次出现年份：同一规则、区、单元中同一块地（共有较小者之半以上）或同一设施、道路',
  state STRING NOT NULL COMMENT '状态，与上一核查年份相比：new 当年出现、open 上年已有且仍在、gone 上年有而当年已无（只记消失当年一行）；只查新增的规则，new 为当年新增，未退出前逐年为 open'
)
USING delta
COMMENT '控制线与规划核查结果：相接、同年出现、同状态的地块为一条，设施与道路各为一条'
