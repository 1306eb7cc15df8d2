package org.planpulse.jobs.spatial;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Parcels by unit and zone, any number of zone layers at once.
 *
 * <p>Zones are cut into small parts and joined with parcels by Sedona. A parcel inside a part keeps
 * its own area; only a parcel that a border crosses is intersected, and its pieces are closed
 * against the parcel, so sums hold to 0.01 m2 and depend on no order. Reads the views {@code
 * overlay_parcel (parcel, class, hundredths, shape)}, {@code overlay_unit (unit, outline)} and
 * {@code overlay_zone (zone_layer, zone_id, outline)}: shapes are Sedona geometries in CGCS2000
 * degrees, {@code hundredths} the parcel's area in 0.01 m2.
 */
public final class ZoneOverlay {

  /** A part around everything: a piece of land as such, whatever the zones. */
  private static final String WORLD = "ST_PolygonFromEnvelope(-180.0D, -90.0D, 180.0D, 90.0D)";

  private ZoneOverlay() {}

  /** Registers the functions of the query, {@code pp_hundredths(shape)} among them. */
  public static void register(SparkSession spark) {
    OverlayFunctions.register(spark);
  }

  /** {@code zone_layer, zone_id, unit, class, hundredths}; land of units under the empty layer. */
  public static Dataset<Row> areas(SparkSession spark) {
    return spark.sql(
        """
        WITH unit_part AS (
          SELECT unit, posexplode(pp_zone_parts(outline)) AS (unit_part, part) FROM overlay_unit
        ), zone_part AS (
          SELECT zone_layer, zone_id, posexplode(pp_zone_parts(outline)) AS (zone_part, part)
          FROM overlay_zone
          UNION ALL
          SELECT '', '', 0, %1$s
        ), placed AS (
          SELECT /*+ BROADCAST(unit_part) */ parcel, class, hundredths, shape, unit, unit_part, part,
                 pp_inside_share(part, shape) AS unit_share
          FROM overlay_parcel JOIN unit_part ON ST_Intersects(part, shape)
        ), piece AS (
          SELECT parcel, class, hundredths, unit, unit_part, unit_share,
                 CASE WHEN unit_share = 1 THEN shape ELSE pp_cut(part, shape) END AS piece
          FROM placed WHERE unit_share > 0
        ), pair AS (
          SELECT /*+ BROADCAST(zone_part) */ parcel, class, hundredths, unit, unit_part, zone_layer,
                 zone_id, zone_part, unit_share * pp_inside_share(part, piece) AS share
          FROM piece JOIN zone_part ON ST_Intersects(part, piece)
        ), met AS (
          SELECT *, share < 1 AS crossed FROM pair WHERE share > 0
        ), merged AS (
          SELECT IF(crossed, parcel, NULL) AS parcel, IF(crossed, hundredths, 0) AS whole, class,
                 struct(unit, zone_layer, zone_id, share, sum(hundredths) AS hundredths) AS piece
          FROM met
          GROUP BY IF(crossed, parcel, NULL), IF(crossed, hundredths, 0),
                   IF(crossed, unit_part, NULL), IF(crossed, zone_part, NULL),
                   class, unit, zone_layer, zone_id, share
        ), closed AS (
          SELECT class, inline(CASE
                   WHEN parcel IS NOT NULL THEN pp_close(whole, collect_list(piece))
                   ELSE transform(collect_list(piece), p ->
                          struct(p.unit, p.zone_layer, p.zone_id, p.hundredths)) END)
          FROM merged GROUP BY parcel, whole, class
        )
        SELECT zone_layer, zone_id, unit, class, sum(hundredths) AS hundredths
        FROM closed GROUP BY zone_layer, zone_id, unit, class
        """
            .formatted(WORLD));
  }
}
