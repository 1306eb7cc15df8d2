package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.DemoWorkspace;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.issued.Archive;
import org.planpulse.jobs.issued.Manifest;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.Language;

/** From a draft of the demo city to an issued report, and what stands in the way. */
class IssueCommandsTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  private Path city;
  private Path report;
  private Archive archive;

  @BeforeEach
  void copyTheDemo() throws IOException {
    city = folder.resolve("city");
    FileUtils.copyDirectory(DemoWorkspace.pipeline().workspace().root().toFile(), city.toFile());
    report = city.resolve("reports/annual-2025.pdf");
    try (Stream<Path> drafts = Files.list(report.getParent())) { // other tests leave theirs
      for (Path other : drafts.filter(draft -> !draft.equals(report)).toList()) {
        Files.delete(other);
      }
    }
    archive = new Archive(city.resolve("issued"));
  }

  @Test
  void aReportIsIssuedWithItsInputsAndKnownAgainAnywhere() throws IOException {
    assertThat(run("issue", "annual-2025.pdf", "--checked-by", "李四")).isEqualTo(ExitCode.DONE);

    Manifest issue = archive.issues().get(0);
    WarehouseLayout tables = new WarehouseLayout(city.resolve("warehouse"));
    assertThat(issue.number()).isEqualTo("2025-001");
    assertThat(issue.checkedBy()).isEqualTo("李四");
    assertThat(issue.grounds().tables()).isEqualTo(tables.versions());
    assertThat(issue.grounds().knowledgeDay()).startsWith("2026-");
    assertThat(issue.grounds().runId()).startsWith("2026-10-31-");
    assertThat(issue.sources()).hasSizeGreaterThan(50);
    assertThat(issue.inputs())
        .extracting(input -> input.path())
        .contains("gold.indicator_value.parquet", "ops.delivery.parquet", "planpulse.yaml");
    assertThat(run("issue", "--year", "2025")).isEqualTo(ExitCode.DONE);
    assertThat(err.toString()).contains("The same bytes were issued on", "2025-001");
    assertThat(archive.issues()).hasSize(1);

    FileUtils.deleteDirectory(city.resolve("warehouse").toFile());
    Path copy = Files.copy(report, folder.resolve("from-the-mail.pdf"));
    assertThat(run("verify", copy.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("annual-2025.pdf as issued: number 2025-001");
    Files.writeString(copy, "x", StandardOpenOption.APPEND);
    assertThat(run("verify", copy.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("is not an issued report");
  }

  @Test
  void aDraftThatWasEditedIsNotIssued() throws IOException {
    Files.writeString(report, "%", StandardOpenOption.APPEND);

    assertThat(run("issue", "annual-2025.pdf")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("is not what the tables give now");
    assertThat(archive.issues()).isEmpty();
  }

  @Test
  void aFileThatCameAfterTheRunStandsInTheWay() throws IOException {
    Files.writeString(city.resolve("landing/late.csv"), "a,b\n1,2\n");

    assertThat(run("issue", "annual-2025.pdf")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("Inputs have changed since the last run");
    assertThat(archive.issues()).isEmpty();
  }

  @Test
  void openErrorsCloseTheGateUnlessAReasonIsGiven() {
    addAnOpenError();
    assertThat(run("report", "--year", "2025", "--lang", "zh")).isEqualTo(ExitCode.DONE);

    assertThat(run("issue", "annual-2025.pdf")).isEqualTo(ExitCode.GATE_CLOSED);
    assertThat(out.toString()).contains("a row was lost");
    assertThat(archive.issues()).isEmpty();

    assertThat(run("issue", "annual-2025.pdf", "--dry-run", "--despite", "agreed"))
        .isEqualTo(ExitCode.DONE);
    assertThat(archive.issues()).isEmpty();
    assertThat(run("issue", "annual-2025.pdf", "--despite", "agreed")).isEqualTo(ExitCode.DONE);
    assertThat(archive.issues().get(0).grounds())
        .satisfies(
            grounds -> {
              assertThat(grounds.openErrors()).isEqualTo(1);
              assertThat(grounds.despite()).isEqualTo("agreed");
            });
  }

  private void addAnOpenError() {
    Project project = Project.open(city);
    DeltaWarehouse warehouse =
        new DeltaWarehouse(
            project.workspace().warehouse(), project.schemas().warehouse(), SharedSpark.session());
    warehouse.append(
        "ops.data_issue",
        warehouse
            .spark()
            .sql(
                "SELECT 'x' AS issue_id, 'TEST' AS code, 'error' AS severity, 'D01' AS department,"
                    + " 'A-01' AS dataset, 'a.shp' AS file, '' AS place, '丢了一行' AS message_zh,"
                    + " 'a row was lost' AS message_en, '' AS remedy_zh, '' AS remedy_en,"
                    + " 'test' AS stage, DATE '2026-10-31' AS first_seen, 'run' AS run_id"));
  }

  /** With the messages of this command alone. */
  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--workspace", city.toString()));
    if (arguments[0].equals("issue")) {
      all.addAll(List.of("--run-date", "2026-10-31"));
    }
    return PlanPulse.commandLine(
            new Console(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                all.contains("zh") ? Language.ZH : Language.EN,
                120))
        .execute(all.toArray(String[]::new));
  }
}
