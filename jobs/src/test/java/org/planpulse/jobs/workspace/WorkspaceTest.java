package org.planpulse.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private final Workspace workspace = new Workspace(Path.of("city"), null);

  @Test
  void reportsWrittenElsewhereRestOnTheSameFiles() {
    Workspace aside = workspace.withReports(Path.of("aside"));

    assertThat(aside.reports()).isEqualTo(Path.of("aside"));
    assertThat(aside.withWarehouse(Path.of("tables")).reports()).isEqualTo(Path.of("aside"));
    assertThat(aside.warehouse()).isEqualTo(workspace.warehouse());
    assertThat(aside.corrections()).isEqualTo(workspace.corrections());
    assertThat(aside.handling()).isEqualTo(workspace.handling());
    assertThat(aside.noted(aside.reports().resolve("annual-2025.pdf")))
        .isEqualTo("reports/annual-2025.pdf");
  }
}
