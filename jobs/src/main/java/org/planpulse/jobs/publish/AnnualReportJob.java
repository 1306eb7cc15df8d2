package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.Format;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.report.ReportType;

/** Renders the annual check-up report from the warehouse, without Spark. */
public final class AnnualReportJob implements Job {

  static final String NAME = "annual-report";
  static final String TYPE = "annual";

  @Override
  public JobDescription describe() {
    return new JobDescription(
        NAME,
        new LocalText("年度体检报告", "Annual check-up report"),
        List.of(
            "bronze.cell",
            "bronze.source_file",
            "silver.admin_unit",
            "silver.control_zone",
            "silver.land_parcel",
            "silver.observation",
            "silver.raster_tile",
            "silver.register_entry",
            "silver.statistic",
            "silver.theme_feature",
            "gold.area_ledger",
            "gold.indicator_input",
            "gold.indicator_trend",
            "gold.indicator_value",
            "gold.land_area",
            "gold.land_change_cause",
            "gold.land_transition",
            "gold.line_rule_ledger",
            "gold.line_violation",
            "gold.raster_zone_stat",
            "gold.target_judgement",
            "gold.warning",
            "gold.zone_land_area",
            "ops.correction",
            "ops.data_issue",
            "ops.delivery"),
        List.of("reports"));
  }

  @Override
  public Map<String, String> inputs(RunContext run) {
    return Map.of(
        "language", run.workspace().settings().language().code(),
        "year", run.year().map(String::valueOf).orElse("latest"),
        "sample_data", String.valueOf(run.workspace().settings().sampleData()));
  }

  @Override
  public List<Path> files(RunContext run) {
    try (QuerySession session = session(run)) {
      Language language = run.workspace().settings().language();
      return new ReportYear(run, new WarehouseReader(session))
          .get().stream()
              .map(year -> new Reports(run).file(type(run), year, language, Format.PDF))
              .toList();
    }
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        List.of(
            "compose the chapters from gold tables",
            "draw maps and charts",
            "fill the templates and write reports/annual-<year>.pdf"));
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    Path file = write(run, Edition.present(run.workspace().settings().language()));
    return new JobResult(Map.of("bytes", file.toFile().length()));
  }

  /**
   * Writes {@code reports/annual-2025.pdf}, see {@link Reports#write}.
   *
   * @return the file
   */
  public static Path write(RunContext run, Edition edition) {
    return new Reports(run).write(type(run), Format.PDF, edition).files().get(0);
  }

  private static ReportType type(RunContext run) {
    return run.schemas().reportTypes().get(TYPE);
  }

  private static QuerySession session(RunContext run) {
    return QuerySession.open(new WarehouseLayout(run.workspace().warehouse()));
  }
}
