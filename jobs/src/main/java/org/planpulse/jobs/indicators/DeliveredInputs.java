package org.planpulse.jobs.indicators;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.indicator.Input;

/**
 * Inputs from datasets that come now and then and hold until the next: registers, themes and the
 * services computed from them. A year takes the latest delivery that is not later, one without a
 * year before all others; {@code data_year} tells which it was.
 */
final class DeliveredInputs {

  private static final StructType SPEC =
      StructType.fromDDL(
          "indicator_code STRING, input STRING, for_units BOOLEAN, shift STRING, dataset STRING,"
              + " item STRING, aggregate STRING, counted STRING,"
              + " wanted MAP<STRING, ARRAY<STRING>>, refused MAP<STRING, ARRAY<STRING>>,"
              + " service_id STRING, minutes INT, units STRING");

  private final RunContext run;
  private final SparkSession spark;

  DeliveredInputs(RunContext run) {
    this.run = run;
    this.spark = run.warehouse().spark();
  }

  /** Reads the views {@code land_area} and {@code ancestor} beside tables of its own. */
  Dataset<Row> rows(List<InputSpec> specs) {
    for (String table :
        List.of("silver.register_entry", "silver.theme_feature", "gold.service_coverage")) {
      run.warehouse().read(table).createOrReplaceTempView(table.substring(table.indexOf('.') + 1));
    }
    deliveries();
    serviceSources();
    specView(specs, InputSpec.Source.REGISTER);
    specView(specs, InputSpec.Source.THEME);
    specView(specs, InputSpec.Source.SERVICE);
    return registers().unionByName(themes()).unionByName(services());
  }

  private void specView(List<InputSpec> specs, InputSpec.Source source) {
    List<Row> rows =
        specs.stream().filter(spec -> spec.source() == source).map(DeliveredInputs::row).toList();
    spark
        .createDataFrame(rows, SPEC)
        .createOrReplaceTempView("spec_" + source.name().toLowerCase(Locale.ROOT));
  }

  private static Row row(InputSpec spec) {
    Input input = spec.input();
    return RowFactory.create(
        spec.indicator(),
        spec.name(),
        spec.forUnits(),
        input.at(),
        input.register() == null ? input.theme() : input.register(),
        input.item(),
        input.aggregate(),
        input.counts(),
        input.where(),
        input.except(),
        input.service(),
        input.minutes(),
        input.units());
  }

  /** Which delivery of a dataset holds in which year; 0 stands for one without a year. */
  private void deliveries() {
    spark
        .sql(
            """
            WITH delivery AS (
              SELECT dataset, coalesce(year, 0) AS delivered FROM register_entry
              UNION SELECT dataset, coalesce(year, 0) FROM theme_feature
            ), report AS (SELECT DISTINCT year FROM land_area)
            SELECT dataset, report.year, max(delivered) AS delivered
            FROM delivery JOIN report ON delivered <= report.year
            GROUP BY dataset, report.year
            """)
        .createOrReplaceTempView("holding");
  }

  /**
   * A sum of which a part is missing is missing. A register that was delivered and holds no such
   * entry counts zero.
   */
  private Dataset<Row> registers() {
    return spark.sql(
        """
        WITH entry AS (
          SELECT spec.*, holding.year, nullif(delivered, 0) AS data_year, ancestor.region_code,
                 source_id, si_value, si_unit, known_from,
                 map('category', category, 'status', entry.status) AS having
          FROM spec_register spec
          JOIN holding USING (dataset)
          JOIN register_entry entry
            ON entry.dataset = spec.dataset AND coalesce(entry.year, 0) = delivered
           AND (spec.item IS NULL OR spec.item = entry.item_code)
          JOIN ancestor ON ancestor.unit = entry.region_code
        ), chosen AS (SELECT *, %s AS counts FROM entry)
        SELECT indicator_code, input, for_units, shift, region_code, year, data_year,
               CASE
                 WHEN aggregate = 'count'
                   THEN CAST(count(DISTINCT if(counts, source_id, NULL)) AS DOUBLE)
                 WHEN aggregate = 'mean' THEN avg(if(counts, si_value, NULL))
                 WHEN count_if(counts AND si_value IS NULL) = 0
                   THEN CAST(sum(CAST(if(counts, si_value, 0) AS DECIMAL(38,12))) AS DOUBLE)
               END AS si_value,
               if(aggregate = 'count', first(counted), first(si_unit)) AS si_unit,
               'OK' AS value_status, 'silver.register_entry' AS source_table,
               array_sort(collect_set(substring_index(source_id, '!', 2))) AS source_ids,
               count_if(counts) AS source_rows, max(known_from) AS known_from
        FROM chosen
        GROUP BY indicator_code, input, for_units, shift, region_code, year, data_year, aggregate
        """
            .formatted(filter()));
  }

  /** Of the whole territory: features carry no region. */
  private Dataset<Row> themes() {
    return spark.sql(
        """
        WITH feature AS (
          SELECT spec.*, holding.year, nullif(delivered, 0) AS data_year, source_id, area_m2,
                 length_m, known_from,
                 map('class_code', class_code, 'class_name', class_name, 'grade', grade,
                     'status', feature.status) AS having
          FROM spec_theme spec
          JOIN holding USING (dataset)
          JOIN theme_feature feature
            ON feature.dataset = spec.dataset AND coalesce(feature.year, 0) = delivered
        ), chosen AS (SELECT *, %s AS counts FROM feature)
        SELECT indicator_code, input, for_units, shift, '%s' AS region_code, year, data_year,
               CASE aggregate
                 WHEN 'count' THEN CAST(count_if(counts) AS DOUBLE)
                 WHEN 'length'
                   THEN CAST(sum(CAST(if(counts, length_m, 0) AS DECIMAL(38,6))) AS DOUBLE)
                 ELSE CAST(sum(if(counts, area_m2, 0)) AS DOUBLE)
               END AS si_value,
               CASE aggregate WHEN 'count' THEN first(counted) WHEN 'length' THEN 'm' ELSE 'm2' END
                 AS si_unit,
               'OK' AS value_status, 'silver.theme_feature' AS source_table,
               array_sort(collect_set(substring_index(source_id, '!', 2))) AS source_ids,
               count_if(counts) AS source_rows, max(known_from) AS known_from
        FROM chosen
        GROUP BY indicator_code, input, for_units, shift, year, data_year, aggregate
        """
            .formatted(filter(), run.plan().city().code()));
  }

  /** Share of the city's land in reach, or of its regions at least half of whose land is. */
  private Dataset<Row> services() {
    return spark.sql(
        """
        WITH served AS (
          SELECT spec.*, year,
                 CASE WHEN units IS NULL THEN covered_share
                      ELSE if(covered_share >= 0.5, 1.0D, 0.0D) END AS share
          FROM spec_service spec
          JOIN service_coverage cover USING (service_id, minutes)
          WHERE if(units IS NULL, cover.region_code = '%1$s',
                   cover.region_code RLIKE concat('^(', units, ')$'))
        )
        SELECT indicator_code, input, for_units, shift, '%1$s' AS region_code, year,
               CAST(NULL AS INT) AS data_year, avg(share) AS si_value, '1' AS si_unit,
               'OK' AS value_status, 'gold.service_coverage' AS source_table,
               first(source_ids) AS source_ids, count(*) AS source_rows,
               first(known_from) AS known_from
        FROM served JOIN service_source USING (service_id, year)
        GROUP BY indicator_code, input, for_units, shift, year
        """
            .formatted(run.plan().city().code()));
  }

  /** Files with the roads and facilities of each service, by year. */
  private void serviceSources() {
    ServiceAreas areas = run.schemas().serviceAreas();
    List<Row> rows = new ArrayList<>();
    for (Service service : areas.services()) {
      Set<String> datasets = new LinkedHashSet<>(service.facilities().keySet());
      datasets.add(areas.modes().get(service.mode()).roads());
      service.allOf().forEach(part -> datasets.addAll(areas.service(part).facilities().keySet()));
      datasets.forEach(dataset -> rows.add(RowFactory.create(service.id(), dataset)));
    }
    spark
        .createDataFrame(rows, StructType.fromDDL("service_id STRING, dataset STRING"))
        .createOrReplaceTempView("service_dataset");
    spark
        .sql(
            """
            WITH source AS (
              SELECT dataset, year, source_id, known_from FROM theme_feature
              UNION ALL SELECT dataset, year, source_id, known_from FROM register_entry
            )
            SELECT service_id, holding.year,
                   array_sort(collect_set(substring_index(source_id, '!', 2))) AS source_ids,
                   max(known_from) AS known_from
            FROM service_dataset
            JOIN holding USING (dataset)
            JOIN source
              ON source.dataset = holding.dataset AND coalesce(source.year, 0) = delivered
            GROUP BY service_id, holding.year
            """)
        .createOrReplaceTempView("service_source");
  }

  /** Whether a row's columns, the map {@code having}, hold a wanted value and none refused. */
  private static String filter() {
    return """
        forall(map_entries(wanted),
               w -> coalesce(array_contains(w.value, element_at(having, w.key)), false))
        AND NOT exists(map_entries(refused),
               r -> coalesce(array_contains(r.value, element_at(having, r.key)), false))\
        """;
  }
}
