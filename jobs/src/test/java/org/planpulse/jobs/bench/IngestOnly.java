package org.planpulse.jobs.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.ingest.IngestJob;
import org.planpulse.jobs.run.JobRunner;
import org.planpulse.jobs.run.PlainProgress;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The first job of a run, on a workspace without tables. */
final class IngestOnly {

  private static final int SHUFFLE_PARTITIONS = 4;

  private IngestOnly() {}

  public static void main(String[] folder) {
    Settings settings =
        new Settings(
            "152501",
            "erenhot-2021-2035",
            "EPSG:4490",
            Language.EN,
            false,
            new Settings.Spark("local[*]", SHUFFLE_PARTITIONS),
            new Settings.Mail(null, 0, null),
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of());
    Workspace workspace = new Workspace(Path.of(folder[0]), settings);
    Schemas schemas = Schemas.load(SchemaFiles.packaged());
    try (DeltaWarehouse warehouse = new DeltaWarehouse(workspace, schemas)) {
      RunContext context =
          new RunContext(
              workspace, schemas, warehouse, "", LocalDate.of(2026, 10, 31), Optional.empty());
      RunReport report =
          new JobRunner(
                  List.of(new IngestJob()),
                  context,
                  new PlainProgress(System.out, Language.EN),
                  Clock.systemUTC())
              .run();
      report.failure().ifPresent(failure -> failure.printStackTrace());
      System.out.println("issues " + report.issues());
      System.exit(report.succeeded() ? 0 : 1);
    }
  }
}
