package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_extract;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** The list of documents: every edition that came, under its file's name. */
public final class ConformDocuments implements Job {

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-documents",
        new LocalText("文件登记", "Register documents"),
        List.of("bronze.source_file"),
        List.of(Contract.DOCUMENTS));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, contracts(run), Contract.DOCUMENTS);
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    run.warehouse().ensure(Contract.DOCUMENTS);
    Object[] datasets = contracts(run).stream().map(Contract::id).toArray();
    Dataset<Row> documents =
        run.warehouse()
            .read("bronze.source_file")
            .where(col("dataset").isin(datasets).and(col("rows_loaded").gt(0)))
            .select(
                col("dataset"),
                regexp_extract(col("file"), "([^/]+?)(\\.[^./]*)?$", 1).as("title"),
                col("department"),
                col("file"),
                col("sha256"),
                col("bytes"),
                col("format"),
                col("data_year").as("year"),
                col("source_key").as("source_id"),
                col("received_on").as("known_from"));
    long count = documents.count();
    if (count > 0) {
      run.warehouse().replace(Contract.DOCUMENTS, documents);
    }
    return new JobResult(Map.of("documents", count));
  }

  private static List<Contract> contracts(RunContext run) {
    return run.schemas().contracts().stream()
        .filter(contract -> contract.form() == Form.DOCUMENT)
        .toList();
  }
}
