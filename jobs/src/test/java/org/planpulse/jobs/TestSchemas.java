package org.planpulse.jobs;

import java.util.Map;
import java.util.TreeMap;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** The packaged schemas with some files more. */
public final class TestSchemas {

  private TestSchemas() {}

  public static Schemas with(Map<String, String> moreTables, Map<String, IssueKind> issueKinds) {
    Map<String, String> ddl = new TreeMap<>(packagedTables());
    ddl.putAll(moreTables);
    return new Schemas(
        List.of(),
        List.of(),
        Map.of(),
        ddl,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        issueKinds,
        null,
        null);
  }

  /** DDL by table. */
  public static Map<String, String> packagedTables() {
    return Schemas.load(SchemaFiles.packaged()).warehouse();
  }
}
