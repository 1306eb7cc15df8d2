package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.cli.Pipeline;
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobOutcome;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.Progress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** A workspace for files from outside, with its own schemas laid over the packaged ones. */
final class RealWorkspace {

  private final Workspace workspace;
  private final Schemas schemas;
  private final DeltaWarehouse warehouse;

  /**
   * @param name of the plan, and of the folder of schema files below {@code real-data} on the class
   *     path
   * @param city code of the plan's city
   */
  RealWorkspace(Path folder, String name, String city) throws URISyntaxException {
    this(folder, "/real-data/" + name, name, city);
  }

  /**
   * @param overlay folder of schema files on the class path
   * @param plan its name
   */
  RealWorkspace(Path folder, String overlay, String plan, String city) throws URISyntaxException {
    this(folder, Path.of(RealWorkspace.class.getResource(overlay).toURI()), plan, city);
  }

  /**
   * @param overlay folder of schema files
   * @param plan its name
   */
  RealWorkspace(Path folder, Path overlay, String plan, String city) {
    Settings settings =
        new Settings(
            city,
            plan,
            "EPSG:4490",
            Language.EN,
            false,
            new Settings.Spark("local[2]", 2),
            new Settings.Mail(null, 0, null),
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of());
    this.workspace = new Workspace(folder, settings);
    this.schemas = Schemas.load(SchemaFiles.packaged().overlaidWith(overlay));
    this.warehouse =
        new DeltaWarehouse(workspace.warehouse(), schemas.warehouse(), SharedSpark.session());
  }

  /** Copies a file to a department's folder of the landing zone. */
  void deliver(Path file, String place) throws IOException {
    Path target = landing(place);
    Files.copy(file, target);
  }

  /** Where a file is to be put; its folder exists. */
  Path landing(String place) throws IOException {
    Path target = workspace.landing().resolve(place);
    Files.createDirectories(target.getParent());
    return target;
  }

  /** All jobs but the report, on what was delivered. */
  RunReport run() {
    return run(chosen(job -> !(job instanceof AnnualReportJob)));
  }

  /** The jobs that read what was delivered and make silver rows of it. */
  RunReport load() {
    return run(
        chosen(
            job ->
                job.describe().writes().stream()
                    .anyMatch(table -> table.matches("(bronze|silver).*"))));
  }

  private static List<Job> chosen(Predicate<Job> wanted) {
    return Pipeline.jobs().stream().filter(wanted).toList();
  }

  RunReport run(List<Job> jobs) {
    RunContext context =
        new RunContext(
            workspace, schemas, warehouse, "", LocalDate.of(2026, 10, 31), Optional.empty());
    Clock clock = Clock.fixed(Instant.parse("2026-10-31T00:00:00Z"), ZoneOffset.UTC);
    RunReport report = new JobRunner(jobs, context, new Silent(), clock).run();
    assertThat(report.failure()).isEmpty();
    return report;
  }

  Dataset<Row> table(String name, String condition) {
    return warehouse.read(name).where(condition);
  }

  /** The value of a one-row, one-column query. */
  <T> T value(String table, String condition, String expression) {
    return table(table, condition).selectExpr(expression).collectAsList().get(0).getAs(0);
  }

  private static final class Silent implements Progress {

    @Override
    public void started(int number, int total, JobDescription job) {}

    @Override
    public void finished(int number, int total, JobOutcome outcome) {}
  }
}
