package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.spatial.LandGroups;
import org.planpulse.jobs.spatial.Regions;

/**
 * The inputs of all formulas for all regions and years, with where each came from and the days
 * between which it was known: the content of {@code gold.indicator_input}.
 *
 * <p>Each kind of source is one query over the specs of that kind, whatever their number. What came
 * as statistics and observations is there with everything superseded; of layers and lists the
 * latest delivery is, see {@link InputHistory}.
 */
final class IndicatorInputs {

  private static final StructType SPEC =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("input", DataTypes.StringType)
          .add("for_units", DataTypes.BooleanType)
          .add("shift", DataTypes.StringType)
          .add("key", DataTypes.StringType)
          .add("detail", DataTypes.StringType)
          .add("aggregate", DataTypes.StringType)
          .add("threshold", DataTypes.DoubleType)
          .add("counted", DataTypes.StringType);

  private final RunContext run;
  private final SparkSession spark;
  private final List<InputSpec> specs;

  IndicatorInputs(RunContext run, List<InputSpec> specs) {
    this.run = run;
    this.spark = run.warehouse().spark();
    this.specs = specs;
  }

  /** Rows of {@code gold.indicator_input}. */
  Dataset<Row> rows() {
    view("silver.admin_unit", "admin_unit");
    view("silver.statistic", "statistic");
    view("silver.observation", "observation");
    view("silver.land_parcel", "parcel");
    view("silver.control_zone", "control_zone");
    view("silver.raster_tile", "raster_tile");
    view("gold.land_area", "land_area");
    view("gold.zone_land_area", "zone_land_area");
    view("gold.raster_zone_stat", "raster_zone_stat");
    Regions.ancestors(run).createOrReplaceTempView("ancestor");
    LandGroups.members(spark, run.schemas().landGroups().values())
        .createOrReplaceTempView("land_group");
    spark
        .sql(
            """
            SELECT year, array_sort(collect_set(substring_index(source_id, '!', 2))) AS source_ids,
                   max(known_from) AS known_from
            FROM parcel GROUP BY year
            """)
        .createOrReplaceTempView("parcel_source");

    specView(InputSpec.Source.STATISTIC, spec -> spec.input().statistic(), spec -> null);
    specView(InputSpec.Source.OBSERVATION, spec -> spec.input().observation(), spec -> null);
    specView(InputSpec.Source.RASTER, spec -> spec.input().raster(), spec -> null);
    specView(InputSpec.Source.TERRITORY, spec -> spec.input().territory(), spec -> null);
    specView(InputSpec.Source.LAND, spec -> spec.input().land(), spec -> null);
    specView(InputSpec.Source.ZONE, spec -> spec.input().zone(), spec -> spec.input().zoneType());
    return placed(
        statistics()
            .unionByName(observations())
            .unionByName(new EnvironmentInputs(run).rows(specs), true)
            .unionByName(land(), true)
            .unionByName(zones(), true)
            .unionByName(rasters(), true)
            .unionByName(territories(), true)
            .unionByName(new DeliveredInputs(run).rows(specs), true));
  }

  private void view(String table, String name) {
    run.warehouse().read(table).createOrReplaceTempView(name);
  }

  private void specView(
      InputSpec.Source source,
      Function<InputSpec, String> key,
      Function<InputSpec, String> detail) {
    List<Row> rows = new ArrayList<>();
    for (InputSpec spec : specs) {
      if (spec.source() == source) {
        String group = source == InputSpec.Source.ZONE ? spec.input().land() : null;
        rows.add(
            RowFactory.create(
                spec.indicator(),
                spec.name(),
                spec.forUnits(),
                spec.input().at(),
                key.apply(spec),
                detail.apply(spec),
                group != null ? group : spec.input().aggregate(),
                spec.input().threshold(),
                spec.input().counts()));
      }
    }
    spark
        .createDataFrame(rows, SPEC)
        .createOrReplaceTempView("spec_" + source.name().toLowerCase(Locale.ROOT));
  }

  private Dataset<Row> statistics() {
    return spark.sql(
        """
        SELECT indicator_code, input, for_units, shift, region_code, year, si_value, si_unit,
               value_status, 'silver.statistic' AS source_table, array(source_id) AS source_ids,
               1L AS source_rows, known_from, known_to
        FROM spec_statistic JOIN statistic ON statistic.item_code = spec_statistic.key
        """);
  }

  /** A group of land classes that does not occur in a surveyed region has the area zero. */
  private Dataset<Row> land() {
    return spark.sql(
        """
        WITH surveyed AS (
          SELECT DISTINCT region_code, year FROM land_area
        ), measured AS (
          SELECT 'ALL' AS key, region_code, year, sum(area_m2) AS area_m2, sum(parcels) AS parcels
          FROM land_area GROUP BY region_code, year
          UNION ALL
          SELECT group_id, region_code, year, sum(area_m2), sum(parcels)
          FROM land_area JOIN land_group ON land_group.dlbm = land_area.dlbm
           AND (land_group.czcsxm IS NULL OR land_group.czcsxm = land_area.czcsxm)
          GROUP BY group_id, region_code, year
        )
        SELECT indicator_code, input, for_units, shift, region_code, year,
               CAST(coalesce(area_m2, 0) AS DOUBLE) AS si_value, 'm2' AS si_unit,
               'OK' AS value_status, 'gold.land_area' AS source_table, source_ids,
               coalesce(parcels, 0) AS source_rows, known_from
        FROM spec_land CROSS JOIN surveyed
        JOIN parcel_source USING (year)
        LEFT JOIN measured USING (key, region_code, year)
        """);
  }

  /**
   * Where a zone layer was delivered, a surveyed region without its land, or without the group of
   * classes in it, has the area zero. A layer, or a type of zone, that was not delivered is
   * missing.
   */
  private Dataset<Row> zones() {
    return spark.sql(
        """
        WITH zone_source AS (
          SELECT zone_layer, array_sort(collect_set(substring_index(source_id, '!', 2))) AS ids,
                 collect_set(zone_type) AS types, max(known_from) AS known_from
          FROM control_zone GROUP BY zone_layer
        ), surveyed AS (
          SELECT DISTINCT region_code, year FROM land_area
        ), measured AS (
          SELECT asked.key, asked.detail, asked.aggregate, region_code, year,
                 sum(area_m2) AS area_m2, sum(parcels) AS parcels
          FROM (SELECT DISTINCT key, detail, aggregate FROM spec_zone) asked
          JOIN zone_land_area area ON area.zone_layer = asked.key
           AND (asked.detail IS NULL OR area.zone_type = asked.detail)
          LEFT JOIN land_group ON land_group.group_id = asked.aggregate
           AND land_group.dlbm = area.dlbm
           AND (land_group.czcsxm IS NULL OR land_group.czcsxm = area.czcsxm)
          WHERE asked.aggregate IS NULL OR land_group.group_id IS NOT NULL
          GROUP BY asked.key, asked.detail, asked.aggregate, region_code, year
        )
        SELECT indicator_code, input, for_units, shift, surveyed.region_code, surveyed.year,
               CAST(coalesce(area_m2, 0) AS DOUBLE) AS si_value,
               'm2' AS si_unit, 'OK' AS value_status, 'gold.zone_land_area' AS source_table,
               concat(zone_source.ids, parcel_source.source_ids) AS source_ids,
               coalesce(parcels, 0) AS source_rows,
               greatest(zone_source.known_from, parcel_source.known_from) AS known_from
        FROM spec_zone CROSS JOIN surveyed
        JOIN parcel_source ON parcel_source.year = surveyed.year
        JOIN zone_source ON zone_source.zone_layer = spec_zone.key
         AND (spec_zone.detail IS NULL OR array_contains(zone_source.types, spec_zone.detail))
        LEFT JOIN measured ON measured.key = spec_zone.key
         AND measured.detail <=> spec_zone.detail AND measured.aggregate <=> spec_zone.aggregate
         AND measured.region_code = surveyed.region_code AND measured.year = surveyed.year
        """);
  }

  private Dataset<Row> rasters() {
    return spark.sql(
        """
        WITH raster_source AS (
          SELECT layer, year, max(known_from) AS known_from, count(*) AS tiles,
                 array_sort(collect_set(substring_index(source_id, '!', 2))) AS ids
          FROM raster_tile GROUP BY layer, year
        )
        SELECT indicator_code, input, for_units, shift, region_code, stat.year,
               mean AS si_value, unit AS si_unit, 'OK' AS value_status,
               'gold.raster_zone_stat' AS source_table, ids AS source_ids,
               CAST(covered_cells AS BIGINT) AS source_rows, known_from
        FROM spec_raster JOIN raster_zone_stat stat ON stat.layer = spec_raster.key
        JOIN raster_source ON raster_source.layer = stat.layer AND raster_source.year <=> stat.year
        WHERE mean IS NOT NULL AND stat.year IS NOT NULL AND zone_layer = ''
        """);
  }

  /** The latest boundary serves every year. */
  private Dataset<Row> territories() {
    return spark.sql(
        """
        WITH area AS (
          SELECT region_code, max_by(struct(area_m2, control_area_m2, source_id, known_from),
                                     coalesce(year, 0)) AS latest
          FROM admin_unit GROUP BY region_code
        )
        SELECT indicator_code, input, for_units, 'any_year' AS shift, region_code,
               CAST(NULL AS INT) AS year,
               CAST(CASE key WHEN 'area_m2' THEN latest.area_m2
                             ELSE latest.control_area_m2 END AS DOUBLE) AS si_value,
               'm2' AS si_unit, 'OK' AS value_status, 'silver.admin_unit' AS source_table,
               array(latest.source_id) AS source_ids, 1L AS source_rows, latest.known_from
        FROM spec_territory CROSS JOIN area
        """);
  }

  /**
   * A year's observations come and change on several days; between two of them they say the same.
   * Sums as decimals, so that they do not depend on the order of rows.
   */
  private Dataset<Row> observations() {
    Dataset<Row> periods =
        spark.sql(
            """
            WITH change AS (
              SELECT item_code, year, known_from AS day FROM observation
              UNION SELECT item_code, year, known_to FROM observation WHERE known_to IS NOT NULL
            ), period AS (
              SELECT item_code, year, day,
                     lead(day) OVER (PARTITION BY item_code, year ORDER BY day) AS next_day
              FROM change
            )
            SELECT indicator_code, input, for_units, shift, ancestor.region_code, period.year,
                   CASE aggregate
                     WHEN 'mean' THEN try_divide(
                       CAST(sum(CAST(si_value AS DECIMAL(38,12))) AS DOUBLE), count(si_value))
                     WHEN 'sum' THEN CAST(sum(CAST(si_value AS DECIMAL(38,12))) AS DOUBLE)
                     WHEN 'max' THEN max(si_value) WHEN 'count' THEN CAST(count(si_value) AS DOUBLE)
                     WHEN 'count_at_most'
                       THEN CAST(count_if(si_value <= threshold) AS DOUBLE)
                   END AS si_value,
                   if(aggregate IN ('count', 'count_at_most'), first(counted), first(si_unit))
                     AS si_unit,
                   'OK' AS value_status, 'silver.observation' AS source_table,
                   array_sort(collect_set(substring_index(source_id, '!', 2))) AS source_ids,
                   count(si_value) AS source_rows, day AS known_from, next_day AS known_to
            FROM spec_observation
            JOIN period ON period.item_code = spec_observation.key
            JOIN observation
              ON observation.item_code = period.item_code AND observation.year = period.year
             AND known_from <= day AND (known_to IS NULL OR known_to > day)
            JOIN ancestor ON observation.region_code = ancestor.unit
            GROUP BY indicator_code, input, for_units, shift, ancestor.region_code, period.year,
                     aggregate, day, next_day
            """);
    return KnownPeriods.joined(
        periods,
        List.of("indicator_code", "input", "for_units", "shift", "region_code", "year"),
        List.of(
            "si_value", "si_unit", "value_status", "source_table", "source_ids", "source_rows"));
  }

  /** Moves inputs to the years they serve; keeps the units of the tree where asked. */
  private Dataset<Row> placed(Dataset<Row> inputs) {
    inputs.localCheckpoint().createOrReplaceTempView("found_input");
    return spark.sql(
        """
        WITH report_year AS (SELECT DISTINCT year FROM found_input WHERE year IS NOT NULL)
        SELECT indicator_code, region_code, report_year.year, input,
               coalesce(data_year, found_input.year) AS input_year,
               si_value, si_unit, value_status, source_table, source_ids, source_rows, known_from,
               known_to
        FROM found_input JOIN report_year ON report_year.year = CASE shift
          WHEN 'year' THEN found_input.year
          WHEN 'previous_year' THEN found_input.year + 1
          ELSE report_year.year END
        WHERE (region_code = '%s' OR for_units AND region_code IN (SELECT unit FROM ancestor))
          AND (shift <> 'base_year' OR found_input.year = %d)
        """
            .formatted(run.plan().city().code(), run.plan().baseYear()));
  }
}
