package org.planpulse.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.IssueKind;

/** Schemas with the packaged warehouse tables, some more, and nothing else. */
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
        issueKinds,
        null,
        null);
  }

  /** DDL by table. */
  public static Map<String, String> packagedTables() {
    return SchemaFiles.packaged().in("warehouse").entrySet().stream()
        .collect(
            Collectors.toMap(
                file -> file.getKey().replaceAll("^warehouse/|\\.sql$", ""), Map.Entry::getValue));
  }
}
