package org.planpulse.jobs.bench;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.bench.OverlaySums.Key;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.ParcelOverlay;
import org.planpulse.jobs.spatial.OverlayZone;
import org.planpulse.jobs.spatial.ZoneOverlay;
import org.planpulse.samples.overlay.OverlaySample;

/** The overlay as PlanPulse runs it: Sedona reads and joins, {@link ZoneOverlay} closes. */
final class SparkOverlay {

  private static final StructType MEASURED =
      StructType.fromDDL(
          "hundredths BIGINT, geometry BINARY, minx DOUBLE, miny DOUBLE, maxx DOUBLE, maxy DOUBLE");

  private SparkOverlay() {}

  static OverlaySums run(SparkSession spark, Path folder) throws InterruptedException {
    spark.udf().register("measured", (UDF1<Geometry, Row>) SparkOverlay::measured, MEASURED);
    // Spark finds out what a file holds with one thread; so it looks at both at once.
    CompletableFuture<List<OverlayZone>> zones =
        CompletableFuture.supplyAsync(() -> zones(spark, folder));
    Observation total = new Observation();
    Dataset<Row> parcels =
        layer(spark, folder, OverlaySample.PARCELS + "_[0-9]")
            .selectExpr("BSM AS parcel", "DLBM AS class", "measured(geometry) AS measured")
            .select("parcel", "class", "measured.*")
            .observe(total, functions.sum("hundredths").as("hundredths"));
    Map<Key, Long> sums = new HashMap<>();
    ZoneOverlay.entries(spark, parcels, zones.join())
        .groupBy("zone_layer", "zone_id", "unit", "class")
        .sum("hundredths")
        .collectAsList()
        .forEach(row -> sums.put(key(row), row.getLong(4)));
    sums.put(Key.ALL_PARCELS, (Long) total.getAsJava().get("hundredths"));
    return OverlaySums.ofHundredths(sums);
  }

  /** What conforming a layer gives: area, WKB and box. */
  private static Row measured(Geometry shape) {
    Envelope box = shape.getEnvelopeInternal();
    return RowFactory.create(
        EllipsoidalArea.hundredths(shape),
        new WKBWriter(2).write(shape),
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY());
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
