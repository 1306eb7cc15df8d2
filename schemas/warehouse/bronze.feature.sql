CREATE TABLE bronze.feature (
  dataset STRING NOT NULL COMMENT '合同编号',
  source_key STRING NOT NULL COMMENT '文件键',
  layer STRING NOT NULL COMMENT '图层名',
  feature INT NOT NULL COMMENT '要素序号，从 1 起',
  fields MAP<STRING, STRING> COMMENT '字段名到原文',
  crs STRING COMMENT '坐标系，EPSG:n',
  geometry BINARY COMMENT '原坐标系下的 WKB'
)
USING delta
PARTITIONED BY (dataset)
COMMENT '矢量要素，原样'
