package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/**
 * What became what and why: the transition matrix between years, the changed pieces as polygons,
 * and the ledger of causes.
 *
 * <p>A parcel whose content (shape, class, deduction, place) stands in both years lies on the
 * diagonal and needs no overlay. The others are intersected. Rounding of pieces and gaps between
 * years are booked as lines of the pseudo class {@value #CLOSE}, so that row and column sums equal
 * the stocks exactly.
 */
public final class LandChangeJob implements Job {

  /** Pseudo class of the closing difference. */
  public static final String CLOSE = "CLOSE";

  /** Columns that only attribution needs stay out. */
  private static final String PIECES =
      "SELECT * EXCEPT (consecutive, reviewed, from_source_id, to_source_id, returned,"
          + " across_cause) FROM piece";

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "land-change",
        new LocalText("土地利用变化", "Land-use change"),
        List.of("silver.land_parcel", "silver.admin_unit", "gold.land_area", "ops.correction"),
        List.of("gold.land_transition", "gold.land_change", "gold.land_change_cause"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "pair each year with the next, and the plan's base year with the last",
            "intersect parcels whose content changed (Sedona spatial join)",
            "put each piece down to a cause (codelists/change_causes.yaml)",
            "book pieces and unchanged parcels, close margins and causes against the stocks"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    AreaFunctions.register(spark);
    CoverFunctions.register(spark);
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("gold.land_area").createOrReplaceTempView("land_area");
    run.warehouse().read("ops.correction").createOrReplaceTempView("correction");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    yearPairs(spark, run.plan().baseYear()).createOrReplaceTempView("year_pair");

    Dataset<Row> contents = contents(spark).cache();
    contents.createOrReplaceTempView("content");
    changed(spark, "from").createOrReplaceTempView("changed_from");
    changed(spark, "to").createOrReplaceTempView("changed_to");
    Dataset<Row> crossings = crossings(spark).cache();
    try {
      crossings.createOrReplaceTempView("crossing");
      new ChangeAttribution(run.schemas().changeCauses())
          .attributed(spark)
          .localCheckpoint()
          .createOrReplaceTempView("piece");
      run.warehouse().replace("gold.land_change", spark.sql(PIECES));
      ChangeBooks.booked(spark).localCheckpoint().createOrReplaceTempView("booked");
      run.warehouse().replace("gold.land_transition", ChangeBooks.transitions(spark));
      run.warehouse().replace("gold.land_change_cause", ChangeBooks.causes(spark));
      return new JobResult(Map.of("pieces", crossings.count()));
    } finally {
      crossings.unpersist();
      contents.unpersist();
    }
  }

  private static Dataset<Row> yearPairs(SparkSession spark, int baseYear) {
    List<Integer> years =
        spark.sql("SELECT DISTINCT year FROM parcel ORDER BY year").collectAsList().stream()
            .map(row -> row.getInt(0))
            .toList();
    List<Row> pairs = new ArrayList<>();
    IntStream.range(1, years.size())
        .forEach(i -> pairs.add(RowFactory.create(years.get(i - 1), years.get(i), true)));
    int base = years.indexOf(baseYear);
    if (base >= 0 && base < years.size() - 2) {
      pairs.add(RowFactory.create(baseYear, years.get(years.size() - 1), false));
    }
    return spark.createDataFrame(
        pairs,
        new StructType()
            .add("from_year", DataTypes.IntegerType)
            .add("to_year", DataTypes.IntegerType)
            .add("consecutive", DataTypes.BooleanType));
  }

  /** The years in which each content stood. */
  private static Dataset<Row> contents(SparkSession spark) {
    return spark.sql(
        "SELECT content_hash, collect_set(year) AS years FROM parcel GROUP BY content_hash");
  }

  /** Parcels of one side of every pair that the other side does not hold with the same content. */
  private static Dataset<Row> changed(SparkSession spark, String side) {
    String other = side.equals("from") ? "to" : "from";
    return spark.sql(
        """
        SELECT from_year, to_year, consecutive, bsm, dlbm, czcsxm, region_code, deducted_dlbm,
               deducted_share, area_m2, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS shape,
               source_id, coalesce(corrected.reviewed, FALSE) AS reviewed
        FROM parcel
        JOIN year_pair ON parcel.year = year_pair.%s_year
        JOIN content USING (content_hash)
        LEFT JOIN (
          SELECT DISTINCT dataset, source_id, TRUE AS reviewed FROM correction
          WHERE state = 'applied' AND source_id IS NOT NULL
        ) corrected USING (dataset, source_id)
        WHERE NOT array_contains(content.years, year_pair.%s_year)
        """
            .formatted(side, other));
  }

  /** What both a changed parcel and one that changed into it cover. */
  private static Dataset<Row> crossings(SparkSession spark) {
    return spark.sql(
        """
        WITH crossing AS (
          SELECT /*+ BROADCAST(f) */
                 t.region_code, f.region_code AS from_region_code, t.from_year, t.to_year,
                 t.consecutive, f.reviewed OR t.reviewed AS reviewed,
                 f.dlbm AS from_dlbm, coalesce(f.czcsxm, '') AS from_czcsxm,
                 f.deducted_dlbm AS from_deducted_dlbm, f.deducted_share AS from_deducted_share,
                 t.dlbm AS to_dlbm, coalesce(t.czcsxm, '') AS to_czcsxm,
                 t.deducted_dlbm AS to_deducted_dlbm, t.deducted_share AS to_deducted_share,
                 f.bsm AS from_bsm, t.bsm AS to_bsm,
                 f.source_id AS from_source_id, t.source_id AS to_source_id,
                 ST_CollectionExtract(ST_Intersection(f.shape, t.shape), 3) AS shape,
                 t.area_m2 AS whole_m2, t.shape AS whole
          FROM changed_from f JOIN changed_to t
            ON ST_Intersects(f.shape, t.shape)
           AND f.from_year = t.from_year AND f.to_year = t.to_year
        ), measured AS (
          SELECT *, pp_piece_m2(whole_m2, shape, whole) AS area_m2
          FROM crossing WHERE NOT ST_IsEmpty(shape)
        )
        SELECT * EXCEPT (shape, whole, whole_m2), ST_AsBinary(shape) AS geometry,
               ST_XMin(shape) AS minx, ST_YMin(shape) AS miny,
               ST_XMax(shape) AS maxx, ST_YMax(shape) AS maxy
        FROM measured WHERE area_m2 > 0
        """);
  }
}
