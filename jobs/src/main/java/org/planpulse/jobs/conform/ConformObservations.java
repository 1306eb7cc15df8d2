package org.planpulse.jobs.conform;

import java.util.List;
import java.util.Map;
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

  private static final RecordJob LINES = new RecordJob("silver.observation", new ObservationRule());

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-observations",
        new LocalText("观测数据规整", "Conform observations"),
        List.of("bronze.record", "bronze.source_file", "ops.correction", "silver.admin_unit"),
        List.of(LINES.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LINES.contracts(run), LINES.table());
  }

  /** Every delivery counts: a later one may correct single days of an earlier one. */
  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    Map<String, SourceFile> files = Deliveries.read(run).byId();
    Corrections corrections = Corrections.read(run);
    ObservationHistory history =
        new ObservationHistory(
            files, corrections.rows(LINES.contracts(run).stream().map(Contract::id).toList()));
    return LINES.run(run, files, corrections, history::of, issues);
  }
}
