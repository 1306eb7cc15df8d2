package org.planpulse.jobs.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.bench.OverlaySums.Key;
import org.planpulse.jobs.spatial.ZoneOverlay;
import org.planpulse.samples.overlay.OverlaySample;

/** The overlay as PlanPulse runs it: Sedona reads and joins, {@link ZoneOverlay} closes. */
final class SparkOverlay {

  private SparkOverlay() {}

  static OverlaySums run(SparkSession spark, Path folder) {
    ZoneOverlay.register(spark);
    layer(spark, folder, OverlaySample.UNITS)
        .selectExpr("ID AS unit", "geometry AS outline")
        .createOrReplaceTempView("overlay_unit");
    OverlaySample.ZONE_LAYERS.stream()
        .map(
            name ->
                layer(spark, folder, name)
                    .selectExpr(
                        "'" + name + "' AS zone_layer", "ID AS zone_id", "geometry AS outline"))
        .reduce(Dataset::union)
        .orElseThrow()
        .createOrReplaceTempView("overlay_zone");
    layer(spark, folder, OverlaySample.PARCELS + "_[0-9]")
        .selectExpr(
            "BSM AS parcel",
            "DLBM AS class",
            "pp_hundredths(geometry) AS hundredths",
            "geometry AS shape")
        .createOrReplaceTempView("overlay_parcel");
    Map<Key, Long> sums = new HashMap<>();
    for (Row row : ZoneOverlay.areas(spark).collectAsList()) {
      Key key = new Key(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
      sums.put(key, row.getLong(4));
    }
    sums.put(
        Key.ALL_PARCELS, spark.sql("SELECT sum(hundredths) FROM overlay_parcel").head().getLong(0));
    return OverlaySums.ofHundredths(sums);
  }

  private static Dataset<Row> layer(SparkSession spark, Path folder, String name) {
    return spark.read().format("shapefile").load(folder.resolve(name + ".shp").toString());
  }
}
