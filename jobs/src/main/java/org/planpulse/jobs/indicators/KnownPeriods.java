package org.planpulse.jobs.indicators;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Periods {@code [known_from, known_to)} in which something was known; {@code known_to} is null
 * now.
 */
final class KnownPeriods {

  private KnownPeriods() {}

  /**
   * Joins periods that follow each other without a gap and say the same.
   *
   * @param key names what is known; its periods do not overlap
   * @param content what is known of it
   * @return the columns of key and content, {@code known_from} and {@code known_to}
   */
  static Dataset<Row> joined(Dataset<Row> rows, List<String> key, List<String> content) {
    WindowSpec inTime = Window.partitionBy(columns(key)).orderBy("known_from");
    Column said = struct(columns(content));
    Column goesOn =
        lag(said, 1)
            .over(inTime)
            .eqNullSafe(said)
            .and(lag(col("known_to"), 1).over(inTime).equalTo(col("known_from")));
    return rows.withColumn("begins", when(coalesce(goesOn, lit(false)), 0).otherwise(1))
        .withColumn("period", sum("begins").over(inTime))
        .groupBy(
            Stream.of(key, content, List.of("period"))
                .flatMap(List::stream)
                .map(functions::col)
                .toArray(Column[]::new))
        .agg(
            min("known_from").as("known_from"),
            expr("if(count(known_to) = count(*), max(known_to), NULL)").as("known_to"))
        .drop("period");
  }

  private static Column[] columns(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }
}
