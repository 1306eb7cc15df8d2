package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.contract.Contract;

/**
 * The way of all lists into a silver table, in one pass and one commit.
 *
 * @param table silver table; every contract with this target takes part
 */
record RecordJob(String table, RecordRule rule) {

  List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.target().equals(table))
        .toList();
  }

  /**
   * @param deliveries that count, by {@link SourceFile#id()}
   * @param history last change of the good rows before they are written
   */
  JobResult run(
      RunContext run,
      Map<String, SourceFile> deliveries,
      Corrections corrections,
      UnaryOperator<Dataset<Row>> history,
      IssueStore issues) {
    Map<String, DatasetSpec> datasets = datasets(run);
    Map<String, SourceFile> files = new HashMap<>(deliveries);
    files.values().removeIf(file -> !datasets.containsKey(file.dataset()));
    if (files.isEmpty() && run.warehouse().version(table).isEmpty()) {
      run.warehouse().ensure(table);
      return new JobResult(Map.of());
    }
    Dataset<Row> records = records(run, datasets, files);
    SilverTable silver = SilverTable.of(table, run);
    Dataset<Row> rows =
        records.mapPartitions(
            new RecordConformer(
                silver,
                datasets,
                files,
                KnownRegions.read(run),
                run.plan().city().code(),
                rule,
                corrections),
            Encoders.row(silver.checkedSchema()));
    return new CheckedRows(rows, records, files).load(run, table, history, issues);
  }

  private Map<String, DatasetSpec> datasets(RunContext run) {
    String surveyCrs = run.workspace().settings().crs();
    return contracts(run).stream()
        .collect(
            Collectors.toMap(
                Contract::id, contract -> DatasetSpec.of(contract, run.schemas(), surveyCrs)));
  }

  private static Dataset<Row> records(
      RunContext run, Map<String, DatasetSpec> datasets, Map<String, SourceFile> files) {
    Object[] keys = files.values().stream().map(SourceFile::key).distinct().toArray();
    return run.warehouse()
        .read("bronze.record")
        .where(col("dataset").isin(datasets.keySet().toArray()).and(col("source_key").isin(keys)))
        .withColumn("source_id", concat_ws("!", col("source_key"), col("sheet"), col("line")));
  }
}
