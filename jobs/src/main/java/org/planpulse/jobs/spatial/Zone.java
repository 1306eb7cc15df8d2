package org.planpulse.jobs.spatial;

import java.io.Serializable;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;

/**
 * A smallest administrative unit, or the part of a control zone inside one.
 *
 * @param layer of the control zone; empty for the whole unit
 * @param id of the control zone; empty for the whole unit
 * @param shape Polygon or MultiPolygon in {@code crs}
 */
record Zone(String crs, String layer, String id, String unit, Geometry shape)
    implements Serializable {

  static Zone of(Row row) {
    return new Zone(
        row.getAs("crs"),
        row.getAs("zone_layer"),
        row.getAs("zone_id"),
        row.getAs("unit"),
        row.getAs("shape"));
  }

  boolean isControlZone() {
    return !layer.isEmpty();
  }
}
