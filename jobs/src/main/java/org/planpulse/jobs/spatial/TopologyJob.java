package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.TopologyLimits;

/**
 * Where parcels of a year overlap, leave a gap in their unit, or are slivers; and where units
 * overlap. Sizes from which on faults are told stand in {@code codelists/topology.yaml}.
 *
 * <p>Most land is sound, and that is shown without an overlay: the outline sums of a unit's parcels
 * ({@link org.planpulse.jobs.geometry.OutlineSum}) decide how often each of its points is covered.
 * So of all years with the same sum one is looked at; when its parcels prove to cover the unit's
 * area exactly once, the unit is closed for all of them. Only units that are left open are searched
 * for overlaps and gaps, each pair of shapes once for all its years. Pairs are looked for in cells
 * of a grid and not by a spatial join, which would hand a polygon of raster cells, megabytes of
 * points, to each of its thousands of neighbours.
 */
public final class TopologyJob implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "topology",
        new LocalText("重叠、缝隙与碎屑检查", "Overlaps, gaps and slivers"),
        List.of("silver.land_parcel", "silver.admin_unit", "bronze.source_file"),
        List.of("gold.topology_finding"));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "add up the outlines of parcels by unit and year, close the units covered exactly once",
            "search the units left open for overlaps and gaps, cell by cell",
            "list slivers, and overlaps between units"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    SparkSession spark = run.warehouse().spark();
    TopologyLimits limits = run.schemas().topologyLimits();
    AreaFunctions.register(spark);
    CoverFunctions.register(spark);
    run.warehouse().read("silver.land_parcel").createOrReplaceTempView("parcel");
    run.warehouse().read("silver.admin_unit").createOrReplaceTempView("admin_unit");
    run.warehouse().read("bronze.source_file").createOrReplaceTempView("source_file");

    outlines(spark).localCheckpoint().createOrReplaceTempView("outline");
    Dataset<Row> open = open(spark, limits).localCheckpoint();
    open.createOrReplaceTempView("open_unit");
    long openUnits = open.count();

    Dataset<Row> faults = slivers(spark, limits).unionByName(unitOverlaps(spark, limits));
    faults = faults.unionByName(bareUnits(spark));
    if (openUnits > 0) {
      faults = faults.unionByName(overlaps(spark, limits)).unionByName(gaps(spark, limits));
    }
    faults.createOrReplaceTempView("fault");
    Dataset<Row> findings = findings(spark).localCheckpoint();
    run.warehouse().replace("gold.topology_finding", findings);
    List<Row> listed = findings.drop("geometry").collectAsList();
    new TopologyReport(run.schemas(), issues).tell(listed);
    return new JobResult(counts(openUnits, listed));
  }

  private static Map<String, Long> counts(long openUnits, List<Row> findings) {
    Map<String, Long> byKind =
        findings.stream()
            .map(row -> row.<String>getAs("kind"))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return Map.of(
        "unit_years_searched", openUnits,
        "overlaps", byKind.getOrDefault("overlap", 0L),
        "gaps", byKind.getOrDefault("gap", 0L),
        "slivers", byKind.getOrDefault("sliver", 0L));
  }

  private static Dataset<Row> outlines(SparkSession spark) {
    return spark.sql(
        """
        SELECT region_code, year,
               pmod(sum(CAST(pp_outline_sum(geometry) AS DECIMAL(20,0))), 18446744073709551616BD)
                 AS outline_sum
        FROM parcel GROUP BY region_code, year
        """);
  }

  /** Units and years whose parcels do not prove to cover the unit's area exactly once. */
  static Dataset<Row> open(SparkSession spark, TopologyLimits limits) {
    return spark.sql(
        """
        WITH example AS (
          SELECT region_code, outline_sum, min(year) AS year
          FROM outline GROUP BY region_code, outline_sum
        ), cover AS (
          SELECT region_code, outline_sum,
                 ST_GeomFromWKB(pp_clean_cover(collect_list(geometry))) AS cover
          FROM parcel JOIN example USING (region_code, year)
          GROUP BY region_code, outline_sum
        ), closed AS (
          SELECT region_code, outline_sum FROM cover JOIN admin_unit USING (region_code)
          WHERE pp_area_m2(ST_CollectionExtract(
                  ST_SymDifference(cover, ST_GeomFromWKB(admin_unit.geometry)), 3)) < %s
        )
        SELECT region_code, year, outline_sum
        FROM outline LEFT ANTI JOIN closed USING (region_code, outline_sum)
        """
            .formatted(limits.leastM2()));
  }

  /** Parcels of one year that share land, one of them at least in a unit left open. */
  static Dataset<Row> overlaps(SparkSession spark, TopologyLimits limits) {
    return spark.sql(
        """
        WITH placed AS (
          SELECT geometry_hash, year, count(*) AS copies, first(geometry) AS geometry,
                 bool_or(open_unit.year IS NOT NULL) AS open
          FROM parcel LEFT JOIN open_unit USING (region_code, year)
          WHERE year IN (SELECT year FROM open_unit)
          GROUP BY geometry_hash, year
        ), shape AS (
          SELECT geometry_hash AS hash, collect_list(year) AS years, first(geometry) AS geometry,
                 bool_or(open) AS open, max(copies) > 1 AS copied,
                 ST_GeomFromWKB(first(geometry)) AS outline
          FROM placed GROUP BY geometry_hash
        ), celled AS (
          SELECT *, explode(sequence(CAST(floor(ST_XMin(outline) / %1$s) AS INT),
                                     CAST(floor(ST_XMax(outline) / %1$s) AS INT))) AS column
          FROM shape
        ), cell AS (
          SELECT column, explode(sequence(CAST(floor(ST_YMin(outline) / %1$s) AS INT),
                                          CAST(floor(ST_YMax(outline) / %1$s) AS INT))) AS row,
                 struct(hash, years, open, copied, geometry) AS shape, open
          FROM celled
        ), full_cell AS (
          SELECT column, row, collect_list(shape) AS shapes
          FROM cell GROUP BY column, row HAVING bool_or(open)
        ), pair AS (
          SELECT explode(pp_shared_land(shapes, column, row)) AS pair FROM full_cell
        ), either AS (
          SELECT pair.one, pair.other, pair.piece, pair.area_m2 FROM pair
          UNION ALL
          SELECT pair.other, pair.one, pair.piece, pair.area_m2 FROM pair
          WHERE pair.one <> pair.other
        ), measured AS (
          SELECT one, other, area_m2, ST_SetSRID(ST_GeomFromWKB(piece), 4490) AS piece
          FROM either WHERE area_m2 >= %2$s
        ), open_parcel AS (
          SELECT year, region_code, bsm, dataset, source_id, geometry_hash
          FROM parcel LEFT SEMI JOIN open_unit USING (region_code, year)
        )
        SELECT a.dataset, a.year, 'overlap' AS kind,
               array_sort(array_distinct(array(a.region_code, b.region_code))) AS region_codes,
               array_sort(array(a.bsm, b.bsm)) AS parcel_ids,
               measured.area_m2, piece, a.source_id, b.source_id AS other_source_id
        FROM measured
        JOIN open_parcel a ON a.geometry_hash = one
        JOIN parcel b ON b.geometry_hash = other AND b.year = a.year AND b.source_id <> a.source_id
        LEFT JOIN open_unit ON open_unit.region_code = b.region_code AND open_unit.year = b.year
        WHERE a.source_id < b.source_id OR open_unit.region_code IS NULL
        """
            .formatted(SharedLandFunction.CELL_DEGREES, limits.leastM2()));
  }

  /** Land of open units that none of their parcels covers. */
  private static Dataset<Row> gaps(SparkSession spark, TopologyLimits limits) {
    return spark.sql(
        """
        WITH example AS (
          SELECT region_code, outline_sum, min(year) AS year
          FROM open_unit GROUP BY region_code, outline_sum
        ), cover AS (
          SELECT region_code, outline_sum,
                 ST_SetSRID(ST_GeomFromWKB(pp_cover(collect_list(geometry))), 4490) AS cover
          FROM parcel JOIN example USING (region_code, year)
          GROUP BY region_code, outline_sum
        ), hole AS (
          SELECT region_code, outline_sum, posexplode(ST_Dump(ST_CollectionExtract(ST_Difference(
                   ST_SetSRID(ST_GeomFromWKB(admin_unit.geometry), 4490), cover), 3)))
                   AS (number, piece)
          FROM cover JOIN admin_unit USING (region_code) WHERE admin_unit.geometry IS NOT NULL
        ), gap AS (
          SELECT region_code, year, number, piece, pp_area_m2(piece) AS area_m2,
                 ST_Buffer(piece, 1e-7) AS reach
          FROM hole JOIN open_unit USING (region_code, outline_sum)
          WHERE pp_area_m2(piece) >= %s
        ), beside AS (
          SELECT gap.region_code, gap.year, number, array_sort(collect_set(bsm)) AS parcel_ids
          FROM gap JOIN parcel
            ON gap.region_code = parcel.region_code AND gap.year = parcel.year
           AND ST_Intersects(reach, ST_SetSRID(ST_GeomFromWKB(geometry), 4490))
          GROUP BY gap.region_code, gap.year, number
        ), origin AS (
          SELECT region_code, year, min_by(dataset, source_id) AS dataset,
                 min(source_id) AS source_id
          FROM parcel LEFT SEMI JOIN open_unit USING (region_code, year)
          GROUP BY region_code, year
        )
        SELECT dataset, year, 'gap' AS kind, array(region_code) AS region_codes,
               coalesce(parcel_ids, array()) AS parcel_ids, area_m2, piece, source_id,
               '' AS other_source_id
        FROM gap JOIN origin USING (region_code, year)
        LEFT JOIN beside USING (region_code, year, number)
        """
            .formatted(limits.leastM2()));
  }

  /** Units without any parcel in a year, though they have some in another. */
  private static Dataset<Row> bareUnits(SparkSession spark) {
    return spark.sql(
        """
        WITH bare AS (
          SELECT region_code, year
          FROM (SELECT DISTINCT region_code FROM outline)
          CROSS JOIN (SELECT DISTINCT year FROM outline)
          LEFT ANTI JOIN outline USING (region_code, year)
        ), origin AS (
          SELECT year, min_by(dataset, source_id) AS dataset, min(source_id) AS source_id
          FROM parcel GROUP BY year
        )
        SELECT origin.dataset, year, 'gap' AS kind, array(region_code) AS region_codes,
               CAST(array() AS ARRAY<STRING>) AS parcel_ids, pp_area_m2(piece) AS area_m2, piece,
               origin.source_id, '' AS other_source_id
        FROM (SELECT region_code, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS piece
              FROM admin_unit WHERE geometry IS NOT NULL)
        JOIN bare USING (region_code) JOIN origin USING (year)
        """);
  }

  private static Dataset<Row> slivers(SparkSession spark, TopologyLimits limits) {
    return spark.sql(
        """
        SELECT dataset, year, 'sliver' AS kind, array(region_code) AS region_codes,
               array(bsm) AS parcel_ids, area_m2,
               ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS piece, source_id,
               '' AS other_source_id
        FROM parcel WHERE area_m2 < %s AND pp_thinness(geometry) < %s
        """
            .formatted(limits.sliverM2(), limits.sliverThinness()));
  }

  private static Dataset<Row> unitOverlaps(SparkSession spark, TopologyLimits limits) {
    return spark.sql(
        """
        WITH unit AS (
          SELECT *, ST_SetSRID(ST_GeomFromWKB(geometry), 4490) AS outline
          FROM admin_unit WHERE geometry IS NOT NULL
        ), pair AS (
          SELECT one.dataset, one.region_code, other.region_code AS other_code, one.source_id,
                 other.source_id AS other_source_id,
                 ST_CollectionExtract(ST_Intersection(one.outline, other.outline), 3) AS piece
          FROM unit one JOIN unit other
            ON ST_Intersects(one.outline, other.outline)
           AND one.level = other.level AND one.region_code < other.region_code
        )
        SELECT dataset, CAST(NULL AS INT) AS year, 'overlap' AS kind,
               array(region_code, other_code) AS region_codes,
               CAST(array() AS ARRAY<STRING>) AS parcel_ids,
               pp_area_m2(piece) AS area_m2, piece, source_id, other_source_id
        FROM pair WHERE NOT ST_IsEmpty(piece) AND pp_area_m2(piece) >= %s
        """
            .formatted(limits.leastM2()));
  }

  /** With file and place: both features of an overlap, the layer and a point of a gap. */
  private static Dataset<Row> findings(SparkSession spark) {
    return spark.sql(
        """
        WITH pointed AS (
          SELECT *, ST_PointOnSurface(piece) AS point,
                 substring_index(source_id, '!', 1) AS source_key,
                 substring(source_id, instr(source_id, '!') + 1) AS feature,
                 substring(other_source_id, instr(other_source_id, '!') + 1) AS other_feature
          FROM fault
        ), file AS (
          SELECT dataset, source_key, min(file) AS file FROM source_file
          WHERE dataset IS NOT NULL GROUP BY dataset, source_key
        )
        SELECT dataset, year, kind, region_codes, parcel_ids, area_m2,
               ST_X(point) AS longitude, ST_Y(point) AS latitude,
               coalesce(file, source_key) AS file,
               CASE kind
                 WHEN 'overlap' THEN concat(feature, ' + ', other_feature)
                 WHEN 'sliver' THEN feature
                 ELSE concat(substring_index(feature, '!', 1),
                             format_string(' %.6f %.6f', ST_X(point), ST_Y(point)))
               END AS place,
               ST_AsBinary(piece) AS geometry,
               ST_XMin(piece) AS minx, ST_YMin(piece) AS miny,
               ST_XMax(piece) AS maxx, ST_YMax(piece) AS maxy
        FROM pointed LEFT JOIN file USING (dataset, source_key)
        """);
  }
}
