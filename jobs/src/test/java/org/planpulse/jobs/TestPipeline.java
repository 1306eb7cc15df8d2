package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.planpulse.jobs.cli.EarlierReport;
import org.planpulse.jobs.cli.LandingCheck;
import org.planpulse.jobs.cli.Pipeline;
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.PlainProgress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.reports.Format;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The whole pipeline on a workspace and a day, in the tests' Spark session. */
public final class TestPipeline {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  private final Workspace workspace;
  private final LocalDate day;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private TestPipeline(Workspace workspace, LocalDate day) {
    this.workspace = workspace;
    this.day = day;
  }

  /** A new demo workspace in {@code folder}, which is emptied first. */
  static TestPipeline in(Path folder) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
    return new TestPipeline(
        new NewWorkspace("152501", "erenhot-2021-2035", "EPSG:4490", Language.ZH, true)
            .create(folder),
        DAY);
  }

  /** A copy of this workspace with its tables and reports, to be run on another day. */
  TestPipeline copiedTo(Path folder, LocalDate runDate) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
    FileUtils.copyDirectory(workspace.root().toFile(), folder.toFile());
    return new TestPipeline(WorkspaceFile.read(folder), runDate);
  }

  /** The present report, written again into another folder. */
  Path reportIn(Path folder) {
    RunContext again =
        new RunContext(
            workspace.withReports(folder),
            SCHEMAS,
            onSharedSession(workspace),
            "",
            day,
            Optional.empty());
    return AnnualReportJob.write(again, Edition.present(Language.ZH));
  }

  /** The report as known on a day. */
  Path report(LocalDate asOf) {
    return new EarlierReport(
            workspace,
            SCHEMAS,
            TestPipeline::onSharedSession,
            new PlainProgress(new PrintStream(log, true, StandardCharsets.UTF_8), Language.EN),
            Clock.systemUTC())
        .write(
            SCHEMAS.reportTypes().get("annual"),
            Format.PDF,
            asOf,
            Optional.empty(),
            Language.ZH,
            Optional.empty())
        .files()
        .get(0);
  }

  private static Warehouse onSharedSession(Workspace aside) {
    return new DeltaWarehouse(aside.warehouse(), SCHEMAS.warehouse(), SharedSpark.session());
  }

  /** The workspace that {@code folder} holds. */
  static TestPipeline at(Path folder) {
    return new TestPipeline(WorkspaceFile.read(folder), DAY);
  }

  public Workspace workspace() {
    return workspace;
  }

  RunReport run() {
    return run(Pipeline.jobs());
  }

  RunReport run(List<Job> jobs) {
    return new JobRunner(
            jobs,
            context(),
            new PlainProgress(new PrintStream(log, true, StandardCharsets.UTF_8), Language.EN),
            Clock.systemUTC())
        .run();
  }

  /** What {@code planpulse check} finds in the landing folder. */
  List<Issue> check() {
    RunReport checked =
        new LandingCheck(
                workspace,
                SCHEMAS,
                TestPipeline::onSharedSession,
                new PlainProgress(new PrintStream(log, true, StandardCharsets.UTF_8), Language.EN),
                Clock.systemUTC())
            .run(day);
    assertThat(checked.failure()).isEmpty();
    return checked.found();
  }

  RunContext context() {
    return new RunContext(
        workspace, SCHEMAS, onSharedSession(workspace), "", day, Optional.empty());
  }

  public List<List<Object>> query(String sql) {
    try (QuerySession session = QuerySession.open(new WarehouseLayout(workspace.warehouse()))) {
      return session.query(sql).rows();
    }
  }

  /** The first column as texts. */
  List<String> texts(String sql) {
    List<String> texts = new ArrayList<>();
    query(sql).forEach(row -> texts.add(String.valueOf(row.get(0))));
    return texts;
  }

  /** Files with rows that are neither loaded nor quarantined, when read or when conformed. */
  List<String> unaccountedFiles() {
    return texts(
        """
        WITH delivered AS (
          %s
        ), accounted AS (
          %s
          UNION ALL SELECT source_id FROM ops.quarantine WHERE stage <> 'ingest'
        ), difference AS (
          SELECT source_key, sum(n) AS n FROM (
            SELECT source_key, 1 AS n FROM delivered
            UNION ALL SELECT split_part(source_id, '!', 1), -1 FROM accounted)
          WHERE source_key IN (SELECT source_key FROM delivered)
          GROUP BY source_key
        )
        SELECT file || ': ' || coalesce(n, 0) FROM bronze.source_file
        LEFT JOIN difference USING (source_key)
        WHERE rows_in <> rows_loaded + rows_quarantined OR n <> 0
        """
            .formatted(
                all("source_key", "bronze.feature", "bronze.record"),
                all(
                    "DISTINCT source_id",
                    "silver.land_parcel",
                    "silver.control_zone",
                    "silver.admin_unit",
                    "silver.observation",
                    "silver.register_entry",
                    "silver.theme_feature")));
  }

  /** Rows of those of the tables that have been written. */
  private String all(String column, String... tables) {
    var written = new WarehouseLayout(workspace().warehouse()).versions().keySet();
    return Stream.of(tables)
        .filter(written::contains)
        .map(table -> "SELECT " + column + " FROM " + table)
        .collect(Collectors.joining(" UNION ALL "));
  }

  /** What the runs printed. */
  String log() {
    return log.toString(StandardCharsets.UTF_8);
  }
}
