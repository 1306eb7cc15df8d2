package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * What was known when about each observation: a delivery that repeats a value or leaves it blank
 * changes nothing. Of differing values received on one day the last file counts.
 *
 * <p>Observations that a corrected line tells of, or told of before its review, are few; they are
 * judged in memory by the rules of {@link Knowledge}.
 *
 * @param files by {@link SourceFile#id()}
 * @param corrected lines, by dataset and source id
 */
record ObservationHistory(Map<String, SourceFile> files, Set<String> corrected) {

  private static final String[] KEY = {
    "dataset", "site_code", "observed_on", "observed_hour", "item_code"
  };

  private static final String MARK = "corrected";

  /**
   * @param observations as lines are read since {@code known_from}; those of corrected lines until
   *     {@code known_to}
   */
  Dataset<Row> of(Dataset<Row> observations) {
    if (corrected.isEmpty()) {
      return asDelivered(observations);
    }
    Dataset<Row> marked =
        observations.withColumn(
            MARK,
            max(concat_ws("/", col("dataset"), col("source_id")).isin(corrected.toArray()))
                .over(Window.partitionBy(key())));
    List<Row> judged =
        new CorrectedObservations(files).of(marked.where(MARK).drop(MARK).collectAsList());
    return asDelivered(marked.where(not(col(MARK))).drop(MARK))
        .unionByName(observations.sparkSession().createDataFrame(judged, observations.schema()));
  }

  private static Dataset<Row> asDelivered(Dataset<Row> observations) {
    WindowSpec same = Window.partitionBy(key()).orderBy("known_from", "source_id");
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

  private static Column[] key() {
    return Stream.of(KEY).map(functions::col).toArray(Column[]::new);
  }

  /** What an observation is of. */
  static List<Object> key(Row row) {
    return Stream.of(KEY).map(row::<Object>getAs).toList();
  }
}
