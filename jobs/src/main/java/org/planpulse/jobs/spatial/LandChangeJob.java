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
 * What became what: the transition matrix between years, and the changed pieces as polygons.
 *
 * <p>A parcel whose content (shape, class, deduction, place) stands in both years lies on the
 * diagonal and needs no overlay. The others are intersected. Rounding of pieces and gaps between
 * years are booked as lines of the pseudo class {@value #CLOSE}, so that row and column sums equal
 * the stocks exactly.
 */
public final class LandChangeJob implements Job {

  /** Pseudo class of the closing difference. */
  public static final String CLOSE = "CLOSE";

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "land-change",
        new LocalText("土地利用变化", "Land-use change"),
        List.of("silver.land_parcel", "silver.admin_unit", "gold.land_area"),
        List.of("gold.land_transition", "gold.land_change"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "pair each year with the next, and the plan's base year with the last",
            "intersect parcels whose content changed (Sedona spatial join)",
            "book pieces and unchanged parcels, close margins against the stocks"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    AreaFunctions.register(spark);
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("gold.land_area").createOrReplaceTempView("land_area");
    run.warehouse().read("silver.admin_unit").createOrReplaceTempView("admin_unit");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    yearPairs(spark, run.plan().baseYear()).createOrReplaceTempView("year_pair");

    Dataset<Row> contents = contents(spark).cache();
    contents.createOrReplaceTempView("content");
    changed(spark, "from").createOrReplaceTempView("changed_from");
    changed(spark, "to").createOrReplaceTempView("changed_to");
    Dataset<Row> pieces = pieces(spark).cache();
    try {
      run.warehouse().replace("gold.land_change", pieces);
      pieces.createOrReplaceTempView("piece");
      Dataset<Row> cells = cells(spark).localCheckpoint();
      cells.createOrReplaceTempView("cell");
      run.warehouse().replace("gold.land_transition", closed(spark));
      return new JobResult(Map.of("pieces", pieces.count()));
    } finally {
      pieces.unpersist();
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
        .forEach(i -> pairs.add(RowFactory.create(years.get(i - 1), years.get(i))));
    int last = years.isEmpty() ? baseYear : years.get(years.size() - 1);
    if (years.contains(baseYear) && last > baseYear + 1) {
      pairs.add(RowFactory.create(baseYear, last));
    }
    return spark.createDataFrame(
        pairs,
        new StructType()
            .add("from_year", DataTypes.IntegerType)
            .add("to_year", DataTypes.IntegerType));
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
        SELECT from_year, to_year, bsm, dlbm, czcsxm, region_code, deducted_dlbm, deducted_share,
               area_m2, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS shape
        FROM parcel
        JOIN year_pair ON parcel.year = year_pair.%s_year
        JOIN content USING (content_hash)
        WHERE NOT array_contains(content.years, year_pair.%s_year)
        """
            .formatted(side, other));
  }

  private static Dataset<Row> pieces(SparkSession spark) {
    return spark.sql(
        """
        WITH crossing AS (
          SELECT /*+ BROADCAST(f) */
                 t.region_code, t.from_year, t.to_year,
                 f.dlbm AS from_dlbm, coalesce(f.czcsxm, '') AS from_czcsxm,
                 f.deducted_dlbm AS from_deducted_dlbm, f.deducted_share AS from_deducted_share,
                 t.dlbm AS to_dlbm, coalesce(t.czcsxm, '') AS to_czcsxm,
                 t.deducted_dlbm AS to_deducted_dlbm, t.deducted_share AS to_deducted_share,
                 f.bsm AS from_bsm, t.bsm AS to_bsm,
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

  /**
   * Area from class to class by unit, before closing. Deducted ridges of a piece: the smaller of
   * both shares stays ridge; what exceeds it on one side went to or came from the class of the
   * other side.
   */
  private static Dataset<Row> cells(SparkSession spark) {
    return spark.sql(
        """
        WITH stays AS (
          SELECT parcel.region_code, from_year, to_year,
                 parcel.dlbm AS from_dlbm, parcel.dlbm AS to_dlbm, parcel.deducted_dlbm,
                 parcel.net_area_m2, parcel.deducted_m2
          FROM parcel
          JOIN year_pair ON parcel.year = year_pair.to_year
          JOIN content USING (content_hash)
          WHERE array_contains(content.years, year_pair.from_year)
        ), piece_part AS (
          SELECT region_code, from_year, to_year, from_dlbm, to_dlbm,
                 from_deducted_dlbm, to_deducted_dlbm, area_m2,
                 CAST(round(area_m2 * least(from_deducted_share, to_deducted_share), 2)
                      AS DECIMAL(20,2)) AS both_m2,
                 CAST(round(area_m2 * greatest(from_deducted_share - to_deducted_share, 0), 2)
                      AS DECIMAL(20,2)) AS lost_m2,
                 CAST(round(area_m2 * greatest(to_deducted_share - from_deducted_share, 0), 2)
                      AS DECIMAL(20,2)) AS won_m2
          FROM piece
        ), booked AS (
          SELECT region_code, from_year, to_year, from_dlbm, to_dlbm, net_area_m2 AS area_m2
          FROM stays
          UNION ALL
          SELECT region_code, from_year, to_year, deducted_dlbm, deducted_dlbm, deducted_m2
          FROM stays WHERE deducted_m2 > 0
          UNION ALL
          SELECT region_code, from_year, to_year, from_dlbm, to_dlbm,
                 area_m2 - both_m2 - lost_m2 - won_m2 FROM piece_part
          UNION ALL
          SELECT region_code, from_year, to_year, from_deducted_dlbm, to_deducted_dlbm, both_m2
          FROM piece_part WHERE both_m2 > 0
          UNION ALL
          SELECT region_code, from_year, to_year, from_deducted_dlbm, to_dlbm, lost_m2
          FROM piece_part WHERE lost_m2 > 0
          UNION ALL
          SELECT region_code, from_year, to_year, from_dlbm, to_deducted_dlbm, won_m2
          FROM piece_part WHERE won_m2 > 0
        )
        SELECT ancestor.region_code, from_year, to_year, from_dlbm, to_dlbm,
               sum(area_m2) AS area_m2
        FROM booked JOIN ancestor ON booked.region_code = ancestor.unit
        GROUP BY ancestor.region_code, from_year, to_year, from_dlbm, to_dlbm
        """);
  }

  /** The cells and the lines that close their margins against the stocks. */
  private static Dataset<Row> closed(SparkSession spark) {
    return spark.sql(
        """
        WITH stock AS (
          SELECT region_code, year, dlbm, sum(area_m2) AS area_m2
          FROM land_area GROUP BY region_code, year, dlbm
        ), from_margin AS (
          SELECT region_code, from_year, to_year, from_dlbm AS dlbm, area_m2 FROM cell
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, -area_m2
          FROM stock JOIN year_pair ON stock.year = year_pair.from_year
        ), to_margin AS (
          SELECT region_code, from_year, to_year, to_dlbm AS dlbm, area_m2 FROM cell
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, -area_m2
          FROM stock JOIN year_pair ON stock.year = year_pair.to_year
        )
        SELECT * FROM cell WHERE area_m2 <> 0
        UNION ALL
        SELECT region_code, from_year, to_year, dlbm AS from_dlbm, '%1$s' AS to_dlbm,
               -sum(area_m2) AS area_m2
        FROM from_margin GROUP BY region_code, from_year, to_year, dlbm HAVING sum(area_m2) <> 0
        UNION ALL
        SELECT region_code, from_year, to_year, '%1$s' AS from_dlbm, dlbm AS to_dlbm,
               -sum(area_m2) AS area_m2
        FROM to_margin GROUP BY region_code, from_year, to_year, dlbm HAVING sum(area_m2) <> 0
        """
            .formatted(CLOSE));
  }
}
