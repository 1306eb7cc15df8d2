package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.reports.AnnualReport;
import org.planpulse.reports.model.Checkup;
import org.planpulse.schemas.LocalText;

/** Renders the annual check-up report from the warehouse, without Spark. */
public final class AnnualReportJob implements Job {

  static final String NAME = "annual-report";

  private static final String NOW = "known_to IS NULL";

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
      return year(run, new WarehouseReader(session)).stream().map(year -> file(run, year)).toList();
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
   * Writes {@code reports/annual-2025.pdf}, {@code annual-2025.en.pdf} or, as known on a day,
   * {@code annual-2025-as-of-2026-10-31.pdf}.
   *
   * @param run its tables are those known on the day of the edition
   * @return the file
   */
  public static Path write(RunContext run, Edition edition) {
    try (QuerySession session = session(run)) {
      GoldReader gold = new WarehouseReader(session);
      int year = year(run, gold).orElseThrow(AnnualReportJob::nothingToReport);
      Checkup checkup =
          new CheckupAssembly(
                  run.schemas(),
                  run.plan(),
                  gold,
                  new TraceAnnex(run.schemas(), run.plan(), session))
              .of(
                  year,
                  edition.language(),
                  run.workspace().settings().sampleData(),
                  edition
                      .since()
                      .or(() -> new Editions(run, gold).before(presentFile(run, year), year, NOW)));
      return new AnnualReport()
          .write(checkup, run.workspace().reports().resolve(edition.fileName(year)));
    }
  }

  /**
   * The day of the edition before the one of a day, if its figures were others.
   *
   * @param run with all that is known today, for one year
   */
  public static Optional<LocalDate> editionBefore(RunContext run, LocalDate day) {
    try (QuerySession session = session(run)) {
      GoldReader gold = new WarehouseReader(session);
      return year(run, gold)
          .flatMap(
              year ->
                  new Editions(run, gold)
                      .before(
                          presentFile(run, year),
                          year,
                          "known_from <= DATE '%1$s' AND (known_to IS NULL OR known_to > DATE '%1$s')"
                              .formatted(day)));
    }
  }

  /** The year the report would be about; empty when there is none. */
  public static Optional<Integer> yearOf(RunContext run) {
    try (QuerySession session = session(run)) {
      return year(run, new WarehouseReader(session));
    }
  }

  private static QuerySession session(RunContext run) {
    return QuerySession.open(new WarehouseLayout(run.workspace().warehouse()));
  }

  private static Path file(RunContext run, int year) {
    return run.workspace()
        .reports()
        .resolve(Edition.present(run.workspace().settings().language()).fileName(year));
  }

  /** As runs note it. */
  private static String presentFile(RunContext run, int year) {
    return run.workspace().root().relativize(file(run, year)).toString();
  }

  /** The year asked for, or the latest with land data; empty when there is none. */
  private static Optional<Integer> year(RunContext run, GoldReader gold) {
    return run.year().or(() -> latestYear(run, gold));
  }

  private static Optional<Integer> latestYear(RunContext run, GoldReader gold) {
    if (run.warehouse().version("gold.land_area").isEmpty()) {
      return Optional.empty();
    }
    Double year = gold.rows("SELECT max(year) AS year FROM gold.land_area").get(0).number("year");
    return Optional.ofNullable(year).map(Double::intValue);
  }

  private static OperatorError nothingToReport() {
    return new OperatorError(
        "没有可出报告的年份：尚未装入任何年度的地类图斑，请先放入资料并执行 planpulse run。",
        "There is no year to report on: no land parcels have been loaded; put the files into"
            + " landing/ and run planpulse run first.");
  }
}
