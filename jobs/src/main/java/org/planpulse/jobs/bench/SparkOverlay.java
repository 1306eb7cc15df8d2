package org.planpulse.jobs.bench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.bench.OverlaySums.Key;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.ParcelOverlay;
import org.planpulse.jobs.spatial.OverlayZone;
import org.planpulse.jobs.spatial.ZoneOverlay;
import org.planpulse.samples.overlay.OverlaySample;

/** The overlay as PlanPulse runs it: Sedona reads and joins, {@link ZoneOverlay} closes. */
final class SparkOverlay {

  private SparkOverlay() {}

  static OverlaySums run(SparkSession spark, Path folder) throws InterruptedException {
    spark
        .udf()
        .register(
            "hundredths", (UDF1<Geometry, Long>) EllipsoidalArea::hundredths, DataTypes.LongType);
    Observation total = new Observation();
    Dataset<Row> parcels =
        layer(spark, folder, OverlaySample.PARCELS + "_[0-9]")
            .selectExpr(
                "BSM AS parcel",
                "DLBM AS class",
                "hundredths(geometry) AS hundredths",
                "ST_AsBinary(geometry) AS geometry")
            .observe(total, functions.sum("hundredths").as("hundredths"));
    Map<Key, Long> sums = new HashMap<>();
    ZoneOverlay.entries(spark, parcels, zones(spark, folder))
        .groupBy("zone_layer", "zone_id", "unit", "class")
        .sum("hundredths")
        .collectAsList()
        .forEach(row -> sums.put(key(row), row.getLong(4)));
    sums.put(Key.ALL_PARCELS, (Long) total.getAsJava().get("hundredths"));
    return OverlaySums.ofHundredths(sums);
  }

  private static Key key(Row row) {
    return new Key(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
  }

  private static List<OverlayZone> zones(SparkSession spark, Path folder) {
    String files = OverlaySample.UNITS + "," + String.join(",", OverlaySample.ZONE_LAYERS);
    return layer(spark, folder, "{" + files + "}")
        .select("LAYER", "ID", "geometry")
        .collectAsList()
        .stream()
        .map(SparkOverlay::zone)
        .sorted(Comparator.comparing(OverlayZone::layer).thenComparing(OverlayZone::id))
        .toList();
  }

  private static OverlayZone zone(Row row) {
    boolean unit = row.getString(0).equals(OverlaySample.UNITS);
    String layer = unit ? ParcelOverlay.LAND : row.getString(0);
    return new OverlayZone(layer, row.getString(1), row.getAs(2));
  }

  private static Dataset<Row> layer(SparkSession spark, Path folder, String name) {
    return spark.read().format("shapefile").load(folder.resolve(name + ".shp").toString());
  }
}
