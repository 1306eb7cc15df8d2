package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Brings the land inside zones from one state to the next. Parcels are known by content: those that
 * came, went, or lie near a zone that did are overlaid as they were and as they are, and the sums
 * take the difference. Sums are whole 0.01 m², so the result is that of a full run, digit by digit.
 */
final class ZoneLandUpdate implements AutoCloseable {

  /**
   * What a parcel adds to the sums depends on these, and on the zones near it. One number tells
   * contents apart as well as the hash in it does, and is compared several times as fast.
   */
  private static final String CONTENT = "xxhash64(year, content_hash, area_m2) AS content";

  private final LandState before;
  private final LandState now;
  private final List<ControlZone> changedZones;
  private final Dataset<Row> touched;

  /** Both states must have the same units, see {@link LandState#unitTree}. */
  ZoneLandUpdate(LandState before, LandState now) {
    this.before = before;
    this.now = now;
    this.changedZones = changed(before.zones(), now.zones());
    this.touched =
        (changedZones.isEmpty() ? changedContents() : changedContentsAndNeighbours()).cache();
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
    sums.unionByName(differences()).createOrReplaceTempView("signed_area");
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

  private Dataset<Row> differences() {
    Dataset<Row> ancestors = Regions.ancestors(now.units());
    // Kept, lest each of their uses read all parcels again.
    Dataset<Row> signed = parcels(before, -1).unionByName(parcels(now, 1)).localCheckpoint();
    return changedZones.isEmpty()
        ? ZoneLand.areas(signed, now.zones(), ancestors)
        : ZoneLand.areas(signed.where("sign < 0"), before.zones(), ancestors)
            .unionByName(ZoneLand.areas(signed.where("sign > 0"), now.zones(), ancestors));
  }

  /** Parcels of touched contents. */
  private Dataset<Row> parcels(LandState state, int sign) {
    return state
        .parcels()
        .selectExpr("*", CONTENT)
        .join(touched, columns("content"), "left_semi")
        .drop("content")
        .withColumn("sign", functions.lit(sign));
  }

  /** Contents that do not stand as often in one state as in the other. */
  private Dataset<Row> changedContents() {
    return counted(now, 1)
        .union(counted(before, -1))
        .groupBy("content")
        .agg(functions.sum("n").as("n"))
        .where("n <> 0")
        .select("content");
  }

  private static Dataset<Row> counted(LandState state, int n) {
    return state.parcels().selectExpr(CONTENT, n + " AS n");
  }

  /** Zones of one list that are not in the other. */
  private static List<ControlZone> changed(List<ControlZone> before, List<ControlZone> now) {
    Set<ControlZone> were = Set.copyOf(before);
    Set<ControlZone> are = Set.copyOf(now);
    return Stream.concat(before.stream(), now.stream())
        .filter(zone -> !were.contains(zone) || !are.contains(zone))
        .toList();
  }

  private Dataset<Row> changedContentsAndNeighbours() {
    PreparedZones zones = PreparedZones.of(ControlZone.numbered(changedZones));
    return changedContents().union(near(before, zones)).union(near(now, zones)).distinct();
  }

  private static Dataset<Row> near(LandState state, PreparedZones zones) {
    Dataset<Row> parcels = state.parcels();
    Dataset<Row> boxes = zones.partBoxes(parcels.sparkSession());
    Dataset<Row> shapes =
        ZoneOverlay.candidates(parcels.sparkSession(), ZoneLand.shapes(parcels), boxes)
            .selectExpr("parcel AS shape")
            .distinct();
    return ZoneLand.named(parcels).join(shapes, columns("shape"), "left_semi").selectExpr(CONTENT);
  }

  private static Seq<String> columns(String... names) {
    return CollectionConverters.asScala(List.of(names)).toSeq();
  }
}
