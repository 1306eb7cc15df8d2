package org.planpulse.jobs.spatial;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Parcels by unit and zone, any number of zone layers at once.
 *
 * <p>Zones are cut into small parts, and Sedona joins the parcels with a grid over these; so
 * neither a zone of a hundred thousand points nor a unit that holds nearly all parcels makes a long
 * task. What lies in which part is then told parcel by parcel, see {@link ParcelOverlay}: the
 * results depend on no order and no partition.
 */
public final class ZoneOverlay {

  /** Bytes of WKB, some 250 points: by its box alone such a parcel is handed on a few times. */
  private static final int SMALL_PARCEL = 4_096;

  private ZoneOverlay() {}

  /**
   * @param parcels {@code parcel, class, hundredths, geometry, minx, miny, maxx, maxy}: a name of
   *     its own for each, a land class or null, the official area in 0.01 m2, WKB in CGCS2000
   *     degrees and its box
   * @param zones and units, in a fixed order
   * @return {@code parcel, class, unit, zone_layer, zone_id, hundredths}, see {@link ParcelOverlay}
   */
  public static Dataset<Row> entries(
      SparkSession spark, Dataset<Row> parcels, List<OverlayZone> zones) {
    PreparedZones prepared = PreparedZones.of(zones);
    Broadcast<PreparedZones> everywhere =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(prepared);
    return candidates(spark, parcels, prepared.tileBoxes(spark))
        .mapPartitions(new ParcelByParcel(everywhere), Encoders.row(ParcelByParcel.ENTRY));
  }

  /**
   * A row for each parcel and box it meets; the rows of a parcel follow each other. Its own box
   * tells well enough, and is there to read, where a parcel is small; a river's would meet half a
   * county.
   *
   * @param boxes see {@link PreparedZones#tileBoxes}
   */
  static Dataset<Row> candidates(SparkSession spark, Dataset<Row> parcels, Dataset<Row> boxes) {
    parcels.createOrReplaceTempView("overlay_parcel");
    boxes.createOrReplaceTempView("overlay_box");
    return spark.sql(
        """
        SELECT /*+ BROADCAST(overlay_box) */ parcel, class, hundredths, geometry, number
        FROM overlay_parcel JOIN overlay_box
          ON ST_Intersects(
               ST_PolygonFromEnvelope(
                 overlay_box.minx, overlay_box.miny, overlay_box.maxx, overlay_box.maxy),
               CASE WHEN length(geometry) > %d THEN ST_GeomFromWKB(geometry)
               ELSE ST_PolygonFromEnvelope(
                 overlay_parcel.minx, overlay_parcel.miny,
                 overlay_parcel.maxx, overlay_parcel.maxy) END)
        """
            .formatted(SMALL_PARCEL));
  }
}
