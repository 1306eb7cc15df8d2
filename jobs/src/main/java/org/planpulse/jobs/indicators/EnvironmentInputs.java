package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Input;

/** Inputs that standards work out of observations: the air of a year, the class of a water. */
final class EnvironmentInputs {

  private static final StructType SPEC =
      StructType.fromDDL(
          "indicator_code STRING, input STRING, for_units BOOLEAN, shift STRING, standard STRING,"
              + " item STRING, aggregate STRING, threshold DOUBLE, counted STRING");

  private static final StructType ITEM =
      StructType.fromDDL("standard STRING, item_code STRING, to_si DOUBLE, si_unit STRING");

  private final RunContext run;
  private final SparkSession spark;

  EnvironmentInputs(RunContext run) {
    this.run = run;
    this.spark = run.warehouse().spark();
  }

  /** Reads the views {@code observation} and {@code ancestor}. */
  Dataset<Row> rows(List<InputSpec> specs) {
    Schemas schemas = run.schemas();
    AirFunctions.register(spark, schemas.airStandards());
    WaterFunctions.register(spark, schemas.waterStandards());
    specView(specs, InputSpec.Source.AIR, "spec_air", Input::air);
    specView(specs, InputSpec.Source.SECTIONS, "spec_sections", Input::sections);
    itemView(
        "air_item",
        schemas.airStandards().values().stream()
            .flatMap(
                standard ->
                    standard.pollutants().entrySet().stream()
                        .map(item -> item(standard.id(), item.getKey(), item.getValue().unit()))));
    itemView(
        "water_item",
        schemas.waterStandards().values().stream()
            .flatMap(
                standard ->
                    standard.items().entrySet().stream()
                        .map(item -> item(standard.id(), item.getKey(), item.getValue().unit()))));
    return air().unionByName(sections());
  }

  private void specView(
      List<InputSpec> specs,
      InputSpec.Source source,
      String view,
      Function<Input, String> standard) {
    List<Row> rows = new ArrayList<>();
    for (InputSpec spec : specs) {
      Input input = spec.input();
      if (spec.source() == source) {
        rows.add(
            RowFactory.create(
                spec.indicator(),
                spec.name(),
                spec.forUnits(),
                input.at(),
                standard.apply(input),
                input.item(),
                input.aggregate(),
                input.threshold(),
                input.counts()));
      }
    }
    spark.createDataFrame(rows, SPEC).createOrReplaceTempView(view);
  }

  private Row item(String standard, String item, String unit) {
    var known = run.schemas().units().get(unit);
    return RowFactory.create(standard, item, known.toSi().doubleValue(), known.si());
  }

  private void itemView(String view, Stream<Row> items) {
    spark.createDataFrame(items.toList(), ITEM).createOrReplaceTempView(view);
  }

  /**
   * Hours become days at each station, and the days of all stations the day of the region, before
   * the standard looks at its year.
   */
  private Dataset<Row> air() {
    return spark.sql(
        """
        WITH wanted AS (SELECT DISTINCT standard FROM spec_air), station_day AS (
          SELECT standard, observation.region_code, site_code, year, observed_on, item_code, to_si,
                 pp_air_day(standard, item_code,
                   collect_list(struct(observed_hour, si_value / to_si AS value))) AS value,
                 collect_set(substring_index(source_id, '!', 2)) AS ids, count(*) AS readings,
                 max(known_from) AS known_from
          FROM observation
          JOIN air_item USING (item_code)
          JOIN wanted USING (standard)
          WHERE known_to IS NULL AND si_value IS NOT NULL
            AND coalesce(observed_hour, 0) BETWEEN 0 AND 23
          GROUP BY standard, observation.region_code, site_code, year, observed_on, item_code, to_si
        ), region_day AS (
          SELECT standard, ancestor.region_code, year, observed_on, item_code,
                 CAST(sum(CAST(value AS DECIMAL(38,12))) AS DOUBLE) / count(value) AS value,
                 array_distinct(flatten(collect_list(ids))) AS ids, sum(readings) AS readings,
                 max(known_from) AS known_from
          FROM station_day JOIN ancestor ON station_day.region_code = ancestor.unit
          WHERE value IS NOT NULL
          GROUP BY standard, ancestor.region_code, year, observed_on, item_code
        ), region_year AS (
          SELECT standard, region_code, year,
                 collect_list(struct(CAST(observed_on AS STRING), item_code, value)) AS days,
                 array_sort(array_distinct(flatten(collect_list(ids)))) AS source_ids,
                 sum(readings) AS source_rows, max(known_from) AS known_from
          FROM region_day GROUP BY standard, region_code, year
        )
        SELECT indicator_code, input, for_units, shift, region_code, year,
               pp_air_year(spec_air.standard, item, aggregate, threshold, days) * coalesce(to_si, 1)
                 AS si_value,
               coalesce(si_unit, counted) AS si_unit, 'OK' AS value_status,
               'silver.observation' AS source_table, source_ids, source_rows, known_from
        FROM spec_air
        JOIN region_year USING (standard)
        LEFT JOIN air_item ON air_item.standard = spec_air.standard
         AND air_item.item_code = spec_air.item
        """);
  }

  /**
   * A section's year is the mean of its samples, item by item, and then its class. One without a
   * class does not count as monitored.
   */
  private Dataset<Row> sections() {
    return spark.sql(
        """
        WITH sampled AS (
          SELECT standard, ancestor.region_code, year, site_code, item_code,
                 CAST(sum(CAST(si_value AS DECIMAL(38,12))) AS DOUBLE) / count(si_value) / to_si
                   AS mean,
                 collect_set(substring_index(source_id, '!', 2)) AS ids, count(*) AS samples,
                 max(known_from) AS known_from
          FROM observation
          JOIN water_item USING (item_code)
          JOIN ancestor ON observation.region_code = ancestor.unit
          WHERE known_to IS NULL AND si_value IS NOT NULL
          GROUP BY standard, ancestor.region_code, year, site_code, item_code, to_si
        ), section AS (
          SELECT standard, region_code, year, site_code,
                 pp_water_class(standard, map_from_entries(collect_list(struct(item_code, mean))))
                   AS class,
                 flatten(collect_list(ids)) AS ids, sum(samples) AS samples,
                 max(known_from) AS known_from
          FROM sampled GROUP BY standard, region_code, year, site_code
        )
        SELECT indicator_code, input, for_units, shift, region_code, year,
               CAST(count_if(aggregate = 'count' OR class <= threshold) AS DOUBLE) AS si_value,
               first(counted) AS si_unit, 'OK' AS value_status,
               'silver.observation' AS source_table,
               array_sort(array_distinct(flatten(collect_list(ids)))) AS source_ids,
               sum(samples) AS source_rows, max(known_from) AS known_from
        FROM spec_sections JOIN section USING (standard)
        WHERE class IS NOT NULL
        GROUP BY indicator_code, input, for_units, shift, region_code, year
        """);
  }
}
