package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * What was known when about each observation, by the rules of {@link StatisticHistory}: a delivery
 * that repeats a value or leaves it blank changes nothing. Of differing values received on one day
 * the last file counts.
 */
final class ObservationHistory {

  private ObservationHistory() {}

  static Dataset<Row> of(Dataset<Row> observations) {
    WindowSpec same =
        Window.partitionBy("dataset", "site_code", "observed_on", "observed_hour", "item_code")
            .orderBy("known_from", "source_id");
    Column before = last("si_value", true).over(same.rowsBetween(Window.unboundedPreceding(), -1));
    Column news =
        row_number()
            .over(same)
            .equalTo(1)
            .or(col("si_value").isNotNull().and(not(col("si_value").eqNullSafe(before))));
    return observations
        .withColumn("news", news)
        .where("news")
        .drop("news")
        .withColumn("known_to", lead("known_from", 1).over(same))
        .where("known_to is null or known_to > known_from");
  }
}
