package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;

/** Lines of stations, plots and registers become observations of a site, a day and an item. */
public final class ConformObservations implements Job {

  private static final String TABLE = "silver.observation";

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-observations",
        new LocalText("观测数据规整", "Conform observations"),
        List.of("bronze.record", "bronze.source_file", "silver.admin_unit"),
        List.of(TABLE));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, contracts(run), TABLE);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    Map<String, DatasetSpec> datasets =
        contracts(run).stream()
            .collect(
                Collectors.toMap(
                    Contract::id,
                    contract ->
                        DatasetSpec.of(contract, run.schemas(), run.workspace().settings().crs())));
    Map<String, SourceFile> files = new HashMap<>(Deliveries.read(run).byId());
    files.values().removeIf(file -> !datasets.containsKey(file.dataset()));
    Dataset<Row> records =
        run.warehouse()
            .read("bronze.record")
            .where(col("dataset").isin(datasets.keySet().toArray()))
            .withColumn("source_id", concat_ws("!", col("source_key"), col("sheet"), col("line")));
    SilverTable silver = SilverTable.of(TABLE, run);
    Dataset<Row> rows =
        records.mapPartitions(
            new RecordConformer(
                silver, datasets, files, KnownRegions.read(run), run.plan().city().code()),
            Encoders.row(silver.checkedSchema()));
    return new CheckedRows(rows, records, files).load(run, TABLE, ObservationHistory::of, issues);
  }

  private static List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.target().equals(TABLE))
        .toList();
  }
}
