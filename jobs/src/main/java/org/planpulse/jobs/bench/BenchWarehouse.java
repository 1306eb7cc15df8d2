package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;

/** A warehouse for generated tables, which is deleted afterwards; any plan will do for them. */
record BenchWarehouse(Path root, Schemas schemas, DeltaWarehouse tables, RunContext run)
    implements AutoCloseable {

  /**
   * @param folder in which it gets a folder of its own
   * @param name begins the name of that folder
   */
  static BenchWarehouse in(Path folder, String name, Settings.Spark spark) throws IOException {
    Path root = Files.createTempDirectory(folder, name);
    Schemas schemas = Schemas.load(SchemaFiles.packaged());
    Plan plan = schemas.plans().values().iterator().next();
    Settings settings =
        new Settings(
            plan.city().code(),
            plan.id(),
            "EPSG:4490",
            Language.EN,
            true,
            spark,
            null,
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of());
    Workspace workspace = new Workspace(root, settings);
    DeltaWarehouse tables = new DeltaWarehouse(workspace, schemas);
    return new BenchWarehouse(
        root,
        schemas,
        tables,
        new RunContext(workspace, schemas, tables, "", LocalDate.EPOCH, Optional.empty()));
  }

  /** Code of the city. */
  String city() {
    return run.plan().city().code();
  }

  @Override
  public void close() throws IOException {
    tables.close();
    Folders.delete(root);
  }
}
