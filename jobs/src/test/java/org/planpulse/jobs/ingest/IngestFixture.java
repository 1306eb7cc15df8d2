package org.planpulse.jobs.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.contract.Contract;

/** What the ingest job runs in: packaged tables and issues, contracts of the test's own. */
final class IngestFixture {

  static final LocalDate RUN_DATE = LocalDate.of(2026, 10, 31);

  private static final Map<String, String> DDL = packagedDdl();
  private static final Map<String, IssueKind> KINDS = TestSources.issueKinds();

  private IngestFixture() {}

  static MemoryWarehouse warehouse() {
    return new MemoryWarehouse(DDL);
  }

  static IssueStore issues() {
    return new IssueStore(KINDS);
  }

  static RunContext context(Path root, MemoryWarehouse warehouse, List<Contract> contracts) {
    Settings settings =
        new Settings(
            "152501",
            "plan",
            "EPSG:4525",
            Language.ZH,
            true,
            new Settings.Spark("local[2]", 2),
            new Settings.Mail("", 25, ""),
            Settings.Areas.AS_MEASURED,
            Map.of(),
            Map.of());
    Schemas schemas =
        new Schemas(
            contracts,
            List.of(),
            Map.of(),
            DDL,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            KINDS,
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Set.of(),
            new UnitTable(List.of()),
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            null,
            null,
            Map.of(),
            null);
    return new RunContext(
        new Workspace(root, settings), schemas, warehouse, "run", RUN_DATE, Optional.empty());
  }

  private static Map<String, String> packagedDdl() {
    Map<String, String> ddl = new HashMap<>();
    SchemaFiles.packaged()
        .in("warehouse")
        .forEach((path, text) -> ddl.put(path.replaceAll("^warehouse/|\\.sql$", ""), text));
    return ddl;
  }
}
