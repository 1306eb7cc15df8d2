package org.planpulse.jobs.conform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.LocalText;

/** Lists of projects, facilities and samples: an entry a line, with its figures. */
public final class ConformRegisters implements Job {

  private static final RecordJob LINES = new RecordJob("silver.register_entry", new RegisterRule());

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "conform-registers",
        new LocalText("名录清单规整", "Conform registers"),
        List.of("bronze.record", "bronze.source_file", "ops.correction", "silver.admin_unit"),
        List.of(LINES.table()));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return ConformPlan.of(run, LINES.contracts(run), LINES.table());
  }

  /** A register is delivered whole: of each year the latest counts. */
  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    return LINES.run(
        run,
        Deliveries.read(run).latest(),
        Corrections.read(run),
        UnaryOperator.identity(),
        issues);
  }
}
