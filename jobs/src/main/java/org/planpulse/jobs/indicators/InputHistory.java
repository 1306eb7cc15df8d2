package org.planpulse.jobs.indicators;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.run.RunContext;

/**
 * Keeps what inputs from layers and lists were before a newer delivery replaced it, and says why an
 * input changed. Silver holds the latest delivery of a layer only; what earlier runs read stands in
 * {@code gold.indicator_input} and stays there, ended on the day it was superseded.
 *
 * <p>That day is the day the newer delivery was received. Where the same delivery says something
 * else than before (a reviewed correction, another setting, another program), it is the day of the
 * run.
 */
final class InputHistory {

  private static final String TABLE = "gold.indicator_input";

  private static final List<String> TABLES_ON_TWO_AXES =
      List.of("silver.statistic", "silver.observation");

  private static final Set<InputSpec.Source> SOURCES_ON_TWO_AXES =
      Set.of(InputSpec.Source.STATISTIC, InputSpec.Source.OBSERVATION);

  private static final Set<InputSpec.Source> WORKED_OUT =
      Set.of(InputSpec.Source.AIR, InputSpec.Source.SECTIONS);

  private static final Column NAME = concat_ws("/", col("indicator_code"), col("input"));

  /** A mean of doubles depends on their order in its last digits. */
  private static final String SAME_VALUE =
      "(latest.si_value <=> was.si_value"
          + " OR abs(latest.si_value - was.si_value) <= 1e-12 * abs(was.si_value))";

  private static final String KEY = "indicator_code, region_code, year, input";
  private static final List<String> CONTENT =
      List.of(
          "input_year",
          "si_value",
          "si_unit",
          "value_status",
          "source_table",
          "source_ids",
          "source_rows");

  private final RunContext run;
  private final SparkSession spark;

  InputHistory(RunContext run) {
    this.run = run;
    this.spark = run.warehouse().spark();
  }

  /**
   * @param inputs of this run, without {@code revision}
   * @param specs the inputs there are; those of an earlier catalogue are forgotten
   * @return rows of {@code gold.indicator_input}
   */
  Dataset<Row> of(Dataset<Row> inputs, List<InputSpec> specs) {
    return revised(
        run.warehouse().version(TABLE).isEmpty() ? inputs : withEarlier(inputs, specs), specs);
  }

  private Dataset<Row> withEarlier(Dataset<Row> inputs, List<InputSpec> specs) {
    Column onTwoAxes = onTwoAxes(specs);
    inputs.where(onTwoAxes).createOrReplaceTempView("two_axes_input");
    inputs.where(not(onTwoAxes)).createOrReplaceTempView("latest_input");
    earlier(specs).createOrReplaceTempView("earlier_input");
    placedInTime().createOrReplaceTempView("dated_input");
    String columns = KEY + ", " + String.join(", ", CONTENT);
    return spark.sql(
        """
        SELECT %1$s, known_from, known_to FROM two_axes_input
        UNION ALL SELECT %1$s, begins, CAST(NULL AS DATE) FROM dated_input
        UNION ALL SELECT * FROM (
          SELECT %2$s, earlier.known_from,
                 coalesce(least(earlier.known_to, begins), DATE '%3$s') AS known_to
          FROM earlier_input earlier
          LEFT JOIN dated_input dated USING (indicator_code, region_code, year, input))
        WHERE known_from < known_to
        """
            .formatted(columns, KEY + ", " + of("earlier"), run.runDate()));
  }

  /**
   * Inputs whose history is known to silver: figures and observations as they are. What a standard
   * works out of a year of observations is not among them.
   */
  private static Column onTwoAxes(List<InputSpec> specs) {
    return col("source_table")
        .isin(TABLES_ON_TWO_AXES.toArray())
        .and(not(NAME.isin(names(specs, spec -> WORKED_OUT.contains(spec.source())))));
  }

  private static Object[] names(List<InputSpec> specs, Predicate<InputSpec> which) {
    return specs.stream()
        .filter(which)
        .map(spec -> spec.indicator() + "/" + spec.name())
        .distinct()
        .toArray();
  }

  /**
   * What earlier runs read, of the inputs the catalogue has. One that is read from figures or
   * observations now has all its history in silver.
   */
  private Dataset<Row> earlier(List<InputSpec> specs) {
    return run.warehouse()
        .read(TABLE)
        .where(not(onTwoAxes(specs)))
        .where(NAME.isin(names(specs, spec -> !SOURCES_ON_TWO_AXES.contains(spec.source()))));
  }

  /** The inputs of this run with {@code begins}, the day since which they say what they say. */
  private Dataset<Row> placedInTime() {
    String same =
        CONTENT.stream()
            .filter(column -> !column.equals("si_value"))
            .map(column -> "latest." + column + " <=> was." + column)
            .collect(Collectors.joining(" AND ", SAME_VALUE + " AND ", ""));
    return spark.sql(
        """
        WITH last AS (
          SELECT %1$s, max_by(struct(*), known_from) AS was FROM earlier_input GROUP BY %1$s
        )
        SELECT %1$s, %2$s,
               CASE WHEN was IS NULL THEN latest.known_from
                    WHEN was.known_to IS NULL AND %3$s THEN was.known_from
                    WHEN latest.known_from >= coalesce(was.known_to, date_add(was.known_from, 1))
                      THEN latest.known_from
                    ELSE greatest(DATE '%4$s', was.known_to, was.known_from) END AS begins
        FROM latest_input latest LEFT JOIN last USING (%1$s)
        """
            .formatted(KEY, of("latest"), same, run.runDate()));
  }

  /**
   * Why an input says something else than in the period before: a correction of a place it was or
   * is read from began or ceased to be read that day, another file came, or the same content was
   * computed anew.
   *
   * <p>What silver tells no history of is dated by runs: there a correction counts that is applied,
   * or began or ceased to be read since the period before.
   */
  private Dataset<Row> revised(Dataset<Row> inputs, List<InputSpec> specs) {
    inputs.withColumn("exact", onTwoAxes(specs)).createOrReplaceTempView("input_period");
    ReviewDays.view(run);
    return spark.sql(
        """
        WITH known AS (
          SELECT *, lag(struct(si_value, source_ids, known_from))
                      OVER (PARTITION BY %s ORDER BY known_from) AS before
          FROM input_period
        ), placed AS (
          SELECT *, %s AS places,
                 before.source_ids <=> source_ids AND NOT exact AS by_run
          FROM known
        ), reviewed AS (
          SELECT collect_list(struct(place, day, applied)) AS reviews FROM review_day
        )
        SELECT placed.* EXCEPT (before, places, by_run, exact),
               CASE WHEN before IS NULL THEN NULL
                    WHEN before.si_value IS NULL THEN 'LATE'
                    WHEN exists(reviews, review -> array_contains(places, review.place)
                           AND (review.day = known_from OR by_run AND (review.applied
                             OR review.day > before.known_from AND review.day <= known_from)))
                      THEN 'CORRECTED'
                    WHEN NOT before.source_ids <=> source_ids THEN 'REVISED'
                    ELSE 'RECALCULATED' END AS revision
        FROM placed CROSS JOIN reviewed
        """
            .formatted(KEY, ReviewDays.places("concat(before.source_ids, source_ids)")));
  }

  private static String of(String table) {
    return CONTENT.stream().map(column -> table + "." + column).collect(Collectors.joining(", "));
  }
}
