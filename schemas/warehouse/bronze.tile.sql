CREATE TABLE bronze.tile (
  dataset STRING NOT NULL COMMENT '合同编号',
  source_key STRING NOT NULL COMMENT '文件键',
  tile_column INT NOT NULL COMMENT '瓦片列号',
  tile_row INT NOT NULL COMMENT '瓦片行号',
  crs STRING COMMENT '坐标系，EPSG:n',
  tile BINARY NOT NULL COMMENT 'GeoTIFF 字节'
)
USING delta
PARTITIONED BY (dataset)
COMMENT '栅格瓦片，原样'
