package org.planpulse.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.TestSchemas;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.JobOutcome.Status;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.TableFiles;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;

class JobRunnerTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

  @TempDir Path folder;
  private FakeCity city;
  private DeltaWarehouse warehouse;
  private Schemas schemas;

  @BeforeEach
  void openWarehouse() {
    city = new FakeCity();
    schemas =
        TestSchemas.with(
            Map.of(
                "warehouse/silver.survey.sql",
                    "CREATE TABLE silver.survey (area BIGINT) USING delta COMMENT '测'",
                "warehouse/gold.total.sql",
                    "CREATE TABLE gold.total (area BIGINT) USING delta COMMENT '计'",
                "codelists/issues/test.yaml",
                    """
                    - code: ODD
                      severity: warning
                      message: {zh: "{cell} 有误", en: "{cell} is odd"}
                      remedy: {zh: 请核对, en: Check it}
                    """));
    warehouse =
        new DeltaWarehouse(folder.resolve("warehouse"), schemas.warehouse(), SharedSpark.session());
  }

  @Test
  void jobsRunInTheOrderOfTheirTables() {
    RunReport report = run(MARCH);

    assertThat(report.succeeded()).isTrue();
    assertThat(city.ran()).containsExactly("survey", "total", "publish");
    assertThat(warehouse.read("gold.total").head().getLong(0)).isEqualTo(300);
    assertThat(report.jobs().get(1).counts()).containsEntry("rows", 1L);
  }

  @Test
  void aSecondRunSkipsEverythingChangesNoTableAndNeedsNoSpark() {
    city.deliver(List.of(100L, 200L), List.of("B7"));
    run(MARCH);
    Map<String, Long> before = warehouse.versions();

    warehouse = new DeltaWarehouse(folder.resolve("warehouse"), schemas.warehouse(), null);
    RunReport report = run(APRIL);

    assertThat(report.jobs()).extracting(JobOutcome::status).containsOnly(Status.SKIPPED);
    assertThat(warehouse.versions()).isEqualTo(before).containsKeys("ops.job_run");
    assertThat(report.issues()).containsExactly(Map.entry("warning", 1L));
  }

  @Test
  void aChangedDeliveryRunsTheJobsBehindIt() {
    run(MARCH);
    city.ran().clear();
    city.deliver(List.of(1L, 2L, 3L), List.of());

    run(APRIL);

    assertThat(city.ran()).containsExactly("survey", "total");
    assertThat(warehouse.read("gold.total").head().getLong(0)).isEqualTo(6);
  }

  @Test
  void aJobIsToldWhatItsLastRunReadUnlessSomebodyChangedWhatItWrote() {
    run(MARCH);
    assertThat(city.versionTotalledBefore()).isEmpty();
    long first = warehouse.version("silver.survey").orElseThrow();
    city.deliver(List.of(1L), List.of());
    run(APRIL);
    assertThat(city.versionTotalledBefore()).contains(first);
    assertThat(warehouse.readAsOf("silver.survey", first).orElseThrow().count()).isEqualTo(2);

    warehouse.append("gold.total", warehouse.read("gold.total"));
    run(APRIL);
    assertThat(city.versionTotalledBefore()).isEmpty();
  }

  @Test
  void aVersionWhoseFilesWereVacuumedIsNotRead() throws IOException {
    run(MARCH);
    long first = warehouse.version("silver.survey").orElseThrow();
    List<TableFiles.DataFile> files =
        TableFiles.latest(folder.resolve("warehouse/silver.db/survey")).files();
    city.deliver(List.of(1L), List.of());
    run(APRIL);
    Files.delete(files.get(0).path());
    assertThat(warehouse.readAsOf("silver.survey", first)).isEmpty();
    assertThat(warehouse.readAsOf("silver.survey", 99)).isEmpty();
  }

  @Test
  void aTableChangedByAnybodyElseIsComputedAgain() {
    run(MARCH);
    city.ran().clear();
    warehouse.append("gold.total", warehouse.read("gold.total"));

    run(APRIL);

    assertThat(city.ran()).containsExactly("total");
    assertThat(warehouse.read("gold.total").count()).isEqualTo(1);
  }

  @Test
  void aFailureStopsTheRunAndTheNextRunFinishesIt() {
    city.failIn("total");

    RunReport failed = run(MARCH);

    assertThat(failed.succeeded()).isFalse();
    assertThat(failed.jobs())
        .extracting(JobOutcome::status)
        .containsExactly(Status.DONE, Status.FAILED, Status.NOT_RUN);
    assertThat(failed.jobs().get(1).message().en())
        .isEqualTo("Program error ArithmeticException: no total");
    assertThat(query("SELECT job, status FROM ops.job_run ORDER BY job"))
        .containsExactly(List.of("survey", "done"), List.of("total", "failed"));

    city.failIn("");
    city.ran().clear();
    RunReport mended = run(MARCH);

    assertThat(mended.succeeded()).isTrue();
    assertThat(mended.runId()).isEqualTo(failed.runId());
    assertThat(city.ran()).containsExactly("total", "publish");
  }

  @Test
  void issuesOfAJobThatRanAreReplacedAndKnownOnesKeepTheirFirstDay() {
    city.deliver(List.of(1L), List.of("B7", "C9"));
    String first = run(MARCH).runId();
    city.deliver(List.of(1L, 2L), List.of("C9", "D4", "D4"));
    String second = run(APRIL).runId();

    assertThat(
            query(
                "SELECT place, message_zh, first_seen, run_id, stage FROM ops.data_issue ORDER BY 1"))
        .containsExactly(
            List.of("C9", "C9 有误", MARCH, first, "survey"),
            List.of("D4", "D4 有误", APRIL, second, "survey"));
    assertThat(query("SELECT source_id, raw, code FROM ops.quarantine ORDER BY 1"))
        .containsExactly(
            List.of("key!C9", "?", "ODD"),
            List.of("key!D4", "?", "ODD"),
            List.of("key!D4", "?", "ODD"));
  }

  @Test
  void issuesOfJobsThatWereSkippedStay() {
    city.deliver(List.of(1L), List.of("B7"));
    run(MARCH);
    warehouse.append("gold.total", warehouse.read("gold.total"));

    run(APRIL);

    assertThat(query("SELECT place FROM ops.data_issue")).containsExactly(List.of("B7"));
  }

  @Test
  void aReaderOfIssuesSeesThoseOfThisRun() {
    city.deliver(List.of(1L), List.of("B7", "C9"));

    run(MARCH);

    assertThat(city.issuesSeenByPublisher()).isEqualTo(2);
  }

  @Test
  void aDryRunTellsWhatWouldRunAndLeavesNoTrace() {
    run(MARCH);
    Map<String, Long> before = warehouse.versions();
    city.ran().clear();
    city.deliver(List.of(4L), List.of());

    List<PlannedJob> plan = runner(APRIL).plan();

    assertThat(plan).extracting(p -> p.job().name()).containsExactly("survey", "total", "publish");
    assertThat(plan).extracting(PlannedJob::wouldRun).containsExactly(true, true, false);
    assertThat(plan.get(0).steps()).containsExactly("1 values");
    assertThat(city.ran()).isEmpty();
    assertThat(warehouse.versions()).isEqualTo(before);
  }

  @Test
  void theRunIdDependsOnTheDayAndTheInputsOnly() {
    String id = runner(MARCH).run().runId();

    assertThat(runner(MARCH).run().runId()).isEqualTo(id).startsWith("2026-03-01-");
    city.deliver(List.of(5L), List.of());
    assertThat(runner(MARCH).run().runId()).isNotEqualTo(id);
  }

  @Test
  void twoWritersOfOneTableAndCirclesAreRefused() {
    Job one = city.job("one", List.of("b.b"), List.of("a.a"));
    Job two = city.job("two", List.of("a.a"), List.of("b.b"));

    assertThatThrownBy(() -> JobOrder.of(List.of(one, two)))
        .hasMessage("jobs wait for each other's tables: [one, two]");
    assertThatThrownBy(() -> JobOrder.of(List.of(one, city.job("x", List.of(), List.of("a.a")))))
        .hasMessage("a.a is written by two jobs: one and x");
  }

  private RunReport run(LocalDate day) {
    return runner(day).run();
  }

  private JobRunner runner(LocalDate day) {
    Settings settings =
        new Settings(
            "000000",
            "plan",
            "EPSG:4490",
            Language.ZH,
            true,
            null,
            null,
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of("cap", 1.0));
    RunContext context =
        new RunContext(
            new Workspace(folder, settings), schemas, warehouse, "", day, Optional.empty());
    return new JobRunner(city.jobs(), context, new Silence(), Clock.systemUTC());
  }

  private List<List<Object>> query(String sql) {
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(folder.resolve("warehouse")))) {
      return session.query(sql).rows();
    }
  }

  private static final class Silence implements Progress {
    @Override
    public void started(int number, int total, JobDescription job) {}

    @Override
    public void finished(int number, int total, JobOutcome outcome) {}
  }
}
