package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.geometry.DatumShifts;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.contract.Contract;

/**
 * The way of all vector layers into a silver table: the latest delivery of each dataset and year is
 * read, checked and measured in one pass, and replaces the table in one commit.
 *
 * @param table silver table; every contract with this target takes part
 * @param kind what shapes it takes
 */
record FeatureJob(String table, AreaCheck areaCheck, ShapeKind kind) {

  List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.target().equals(table))
        .toList();
  }

  JobResult run(RunContext run, FeatureRule rule, IssueStore issues) {
    return run(run, rule, UnaryOperator.identity(), issues);
  }

  /**
   * @param change last change of the good rows before they are written
   */
  JobResult run(
      RunContext run, FeatureRule rule, UnaryOperator<Dataset<Row>> change, IssueStore issues) {
    Map<String, DatasetSpec> datasets = datasets(run);
    Map<String, SourceFile> files = new HashMap<>(Deliveries.read(run).latest());
    files.values().removeIf(file -> !datasets.containsKey(file.dataset()));
    if (files.isEmpty() && run.warehouse().version(table).isEmpty()) {
      run.warehouse().ensure(table);
      return new JobResult(Map.of());
    }
    Dataset<Row> features = features(run, files);
    SilverTable silver = SilverTable.of(table, run);
    Dataset<Row> rows =
        features.mapPartitions(
            new FeatureConformer(
                silver,
                datasets,
                files,
                areaCheck,
                kind,
                new DatumShifts(
                    run.workspace().settings().datumShifts(), run.schemas().datumShifts()),
                rule,
                Corrections.read(run)),
            Encoders.row(silver.checkedSchema()));
    return new CheckedRows(rows, features, files).load(run, table, change, issues);
  }

  private Map<String, DatasetSpec> datasets(RunContext run) {
    String surveyCrs = run.workspace().settings().crs();
    return contracts(run).stream()
        .collect(
            Collectors.toMap(
                Contract::id, contract -> DatasetSpec.of(contract, run.schemas(), surveyCrs)));
  }

  /**
   * Equal shapes, of which most years share most, come one after the other: {@link ShapeReader}
   * measures them once.
   */
  private static Dataset<Row> features(RunContext run, Map<String, SourceFile> files) {
    Object[] names = files.values().stream().map(SourceFile::dataset).distinct().toArray();
    Object[] keys = files.values().stream().map(SourceFile::key).toArray();
    return run.warehouse()
        .read("bronze.feature")
        .where(col("dataset").isin(names).and(col("source_key").isin(keys)))
        .repartition(col("geometry"))
        .sortWithinPartitions(xxhash64(col("geometry")))
        .withColumn("source_id", concat_ws("!", col("source_key"), col("layer"), col("feature")));
  }
}
