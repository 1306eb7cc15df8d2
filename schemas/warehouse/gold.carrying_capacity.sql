CREATE TABLE gold.carrying_capacity (
  region_code STRING NOT NULL COMMENT '行政区代码',
  year INT NOT NULL COMMENT '年份',
  level STRING NOT NULL COMMENT '预警等级：red 极重警、orange 重警、yellow 中警、blue 轻警、green 无警；info 为资料不足以判定',
  state STRING COMMENT '承载状态：within 不超载、critical 临界超载、overloaded 超载；空为不能判定',
  depletion STRING COMMENT '资源环境耗损类型：worsening 加剧型、easing 趋缓型；空为历年均无多数',
  overloaded STRING COMMENT '超载的要素（指标代码，逗号分隔）',
  critical STRING COMMENT '临界超载的要素',
  missing STRING COMMENT '缺值或限值未下达的要素',
  worse STRING COMMENT '趋势变差的指标',
  better STRING COMMENT '趋势变好的指标'
)
USING delta
COMMENT '资源环境承载能力预警等级'
