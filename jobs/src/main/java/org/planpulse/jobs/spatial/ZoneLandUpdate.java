package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings the land inside zones from one state to the next. Parcels are known by content: those that
 * came, went, or lie near a zone that did are overlaid as they were and as they are, and the sums
 * take the difference. Sums are whole 0.01 m², so the result is that of a full run, digit by digit.
 */
final class ZoneLandUpdate implements AutoCloseable {

  /** What a parcel adds to the sums depends on these, and on the zones near it. */
  private static final List<String> CONTENT = List.of("year", "content_hash", "area_m2");

  private final LandState before;
  private final LandState now;
  private final Dataset<Row> touched;

  /** Both states must have the same units, see {@link LandState#unitTree}. */
  ZoneLandUpdate(LandState before, LandState now) {
    this.before = before;
    this.now = now;
    this.touched = withNeighboursOfChangedZones(changedContents()).cache();
  }

  /** Contents that are overlaid again. */
  long contents() {
    return touched.count();
  }

  /**
   * @param sums rows of {@code gold.zone_land_area} of the state before
   * @return those of the state now
   */
  Dataset<Row> of(Dataset<Row> sums) {
    sums.union(negated(areas(before))).union(areas(now)).createOrReplaceTempView("signed_area");
    return sums.sparkSession()
        .sql(
            """
            SELECT zone_layer, zone_id, zone_type, region_code, year, dlbm, czcsxm,
                   CAST(sum(area_m2) AS DECIMAL(20,2)) AS area_m2, sum(parcels) AS parcels
            FROM signed_area
            GROUP BY zone_layer, zone_id, zone_type, region_code, year, dlbm, czcsxm
            HAVING sum(parcels) <> 0 OR sum(area_m2) <> 0
            """);
  }

  @Override
  public void close() {
    touched.unpersist();
  }

  private static Dataset<Row> negated(Dataset<Row> areas) {
    return areas
        .withColumn("area_m2", functions.expr("-area_m2"))
        .withColumn("parcels", functions.expr("-parcels"));
  }

  private Dataset<Row> areas(LandState state) {
    return ZoneLand.areas(
        state.withParcels(state.parcels().join(touched, columns(CONTENT), "left_semi")));
  }

  /** Contents that do not stand as often in one state as in the other. */
  private Dataset<Row> changedContents() {
    return counted(now, 1)
        .union(counted(before, -1))
        .groupBy("year", "content_hash", "area_m2")
        .agg(functions.sum("n").as("n"))
        .where("n <> 0")
        .drop("n");
  }

  private static Dataset<Row> counted(LandState state, int n) {
    return state.parcels().selectExpr("year", "content_hash", "area_m2", n + " AS n");
  }

  private Dataset<Row> withNeighboursOfChangedZones(Dataset<Row> contents) {
    List<OverlayZone> changed =
        Stream.of(zonesOnlyIn(before, now), zonesOnlyIn(now, before))
            .flatMap(List::stream)
            .toList();
    if (changed.isEmpty()) {
      return contents;
    }
    PreparedZones zones = PreparedZones.of(changed);
    return contents.union(near(before, zones)).union(near(now, zones)).distinct();
  }

  private static List<OverlayZone> zonesOnlyIn(LandState one, LandState other) {
    String[] content = {"zone_layer", "zone_id", "zone_type", "geometry"};
    return ZoneLand.overlayZones(
        one.zones()
            .selectExpr(content)
            .exceptAll(other.zones().selectExpr(content))
            .withColumnRenamed("zone_id", "number"));
  }

  private static Seq<String> columns(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }

  private static Dataset<Row> near(LandState state, PreparedZones zones) {
    SparkSession spark = state.parcels().sparkSession();
    Dataset<Row> shapes =
        ZoneOverlay.candidates(spark, ZoneLand.shapes(state.parcels()), zones)
            .select("parcel")
            .distinct()
            .withColumnRenamed("parcel", "shape");
    return ZoneLand.named(state.parcels())
        .join(shapes, columns(List.of("shape")), "left_semi")
        .selectExpr(CONTENT.toArray(String[]::new));
  }
}
