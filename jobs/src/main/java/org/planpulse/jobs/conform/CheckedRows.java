package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;

/**
 * Rows that carry what is wrong with them: the good ones are loaded, the others quarantined.
 *
 * @param rows of {@link SilverTable#checkedSchema()}
 * @param bronze the rows as delivered, with {@code source_id}, for the raw text of those
 *     quarantined
 * @param files by {@link SourceFile#id()}
 */
record CheckedRows(Dataset<Row> rows, Dataset<Row> bronze, Map<String, SourceFile> files) {

  private static final Column REJECTED = expr("exists(problems, p -> p.quarantines)");

  /**
   * Replaces a table by the good rows and tells of the others.
   *
   * @param history last change of the good rows before they are written
   */
  JobResult load(
      RunContext run, String table, UnaryOperator<Dataset<Row>> history, IssueStore issues) {
    Dataset<Row> kept = rows.persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Dataset<Row> checked = uniqueChecked(kept);
      Dataset<Row> good = checked.where(not(REJECTED)).drop(SilverTable.CONTROL_COLUMNS);
      run.warehouse().replace(table, history.apply(good));
      new FindingReport(issues).tell(findings(checked));
      Row counts =
          checked
              .agg(
                  coalesce(sum("source_rows"), lit(0L)),
                  coalesce(sum(when(REJECTED, col("source_rows"))), lit(0L)),
                  count(when(RepairLadder.FAULTY, true)))
              .first();
      long all = counts.getLong(0);
      long rejected = counts.getLong(1);
      Map<String, Long> told = new LinkedHashMap<>();
      told.put("rows", all);
      told.put("rows_loaded", all - rejected);
      told.put("rows_quarantined", rejected);
      if (counts.getLong(2) > 0) {
        RepairLadder ladder = RepairLadder.of(checked, REJECTED);
        ladder.tell(files, issues);
        told.putAll(ladder.counts());
      }
      return new JobResult(told);
    } finally {
      kept.unpersist();
    }
  }

  /** Of the rows of a file with the same unique value the first good one is loaded. */
  private static Dataset<Row> uniqueChecked(Dataset<Row> rows) {
    String[] value = {"dataset", "source_key", "unique_value"};
    Dataset<Row> repeated =
        rows.where(col("unique_value").isNotNull().and(not(REJECTED)))
            .groupBy(Stream.of(value).map(functions::col).toArray(Column[]::new))
            .agg(min("number").as("first_number"), max("number").as("last_number"))
            .where("first_number < last_number")
            .drop("last_number");
    if (repeated.isEmpty()) {
      return rows;
    }
    Column problem =
        expr(
            "array(named_struct('code', 'DUPLICATE_ID', 'subject', unique_value, 'quarantines',"
                + " true, 'values', map('id', unique_value)))");
    return rows.join(broadcast(repeated), value, "left")
        .withColumn(
            "problems",
            when(not(REJECTED).and(expr("number > first_number")), concat(col("problems"), problem))
                .otherwise(col("problems")))
        .drop("first_number");
  }

  /** All reasons for quarantine, and of other problems the first of each kind and file. */
  private List<Finding> findings(Dataset<Row> checked) {
    WindowSpec kind = Window.partitionBy("dataset", "source_key", "problem.code");
    Dataset<Row> problems =
        checked
            .select(
                col("dataset"),
                col("source_key"),
                col("source_id"),
                col("number"),
                explode(col("problems")).as("problem"))
            .withColumn("of_kind", count("*").over(kind))
            .withColumn("place", row_number().over(kind.orderBy("number")))
            .where(col("place").leq(FindingReport.LISTED).or(col("problem.quarantines")));
    return withRaw(problems).orderBy("dataset", "source_key", "number").collectAsList().stream()
        .map(this::finding)
        .toList();
  }

  private Dataset<Row> withRaw(Dataset<Row> problems) {
    return bronze
        .select(col("dataset"), col("source_id"), to_json(col("fields")).as("raw"))
        .join(broadcast(problems), new String[] {"dataset", "source_id"});
  }

  private Finding finding(Row row) {
    Row problem = row.getAs("problem");
    return new Finding(
        files.get(SourceFile.id(row.getAs("dataset"), row.getAs("source_key"))),
        row.getAs("source_id"),
        problem.getAs("code"),
        problem.getAs("subject"),
        problem.getAs("quarantines"),
        problem.getJavaMap(problem.fieldIndex("values")),
        row.getAs("raw"),
        row.getAs("of_kind"));
  }
}
