CREATE TABLE silver.raster_tile (
  layer STRING NOT NULL COMMENT '图层：dem、ndvi ...',
  year INT COMMENT '年份；DEM 为空',
  tile_column INT NOT NULL COMMENT '瓦片列号',
  tile_row INT NOT NULL COMMENT '瓦片行号',
  crs STRING NOT NULL COMMENT '坐标系，EPSG:n',
  unit STRING COMMENT '像元值单位',
  tile BINARY NOT NULL COMMENT 'GeoTIFF 字节',
  dataset STRING NOT NULL COMMENT '合同编号',
  source_id STRING NOT NULL COMMENT '来源：文件键!图层!瓦片',
  known_from DATE NOT NULL COMMENT '收到日期'
)
USING delta
COMMENT '栅格瓦片'
