package org.planpulse.schemas.contract;

/** How a department hands a dataset over; decides the reader and the bronze table. */
public enum Form {
  /** Cross tables in workbooks (yearbook, bulletin); each data cell becomes a statistic. */
  STATISTICAL_TABLE,
  /** One record a line (station days, plots, registers), CSV or list sheet. */
  RECORD_TABLE,
  /** Shapefile or GeoPackage layer; each feature becomes a row. */
  VECTOR_LAYER,
  /** GeoTIFF; stored as tiles. */
  RASTER,
  /** Prose and drawings (plans, reports); kept by content hash, listed and cited, not read. */
  DOCUMENT
}
