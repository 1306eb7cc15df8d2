package org.planpulse.jobs.ingest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.IssueKind;

/**
 * Issues of files that were read in an earlier run and are not read again. A job's issues replace
 * those of its last run, so they are handed in once more, in their words of that time.
 */
final class EarlierFindings {

  private record Key(String code, String dataset, String file, String place) {}

  private final Warehouse warehouse;
  private final String stage;

  EarlierFindings(Warehouse warehouse, String stage) {
    this.warehouse = warehouse;
    this.stage = stage;
  }

  void carryOver(List<Assignment> unchanged, IssueStore issues) {
    if (unchanged.isEmpty()) {
      return;
    }
    Set<String> sources = new HashSet<>();
    unchanged.forEach(
        source -> sources.add(source(source.contract().id(), source.delivery().file())));
    Map<Key, Issue> earlier = new HashMap<>();
    Set<Key> quarantined = new HashSet<>();
    for (Row row : rows("ops.data_issue")) {
      if (sources.contains(source(text(row, "dataset"), text(row, "file")))) {
        earlier.put(key(row), issue(row));
      }
    }
    for (Row row : rows("ops.quarantine")) {
      Issue issue = earlier.get(key(row));
      if (issue != null) {
        quarantined.add(key(row));
        issues.quarantine(text(row, "source_id"), text(row, "raw"), issue);
      }
    }
    earlier.forEach(
        (key, issue) -> {
          if (!quarantined.contains(key)) {
            issues.add(issue);
          }
        });
  }

  private List<Row> rows(String table) {
    return warehouse.read(table).where("stage = '" + stage + "'").collectAsList();
  }

  private static Issue issue(Row row) {
    IssueKind kind =
        new IssueKind(
            text(row, "code"),
            text(row, "severity"),
            new LocalText(text(row, "message_zh"), text(row, "message_en")),
            new LocalText(text(row, "remedy_zh"), text(row, "remedy_en")));
    return new Issue(
        kind,
        text(row, "department"),
        text(row, "dataset"),
        text(row, "file"),
        text(row, "place"),
        Map.of());
  }

  private static Key key(Row row) {
    return new Key(text(row, "code"), text(row, "dataset"), text(row, "file"), text(row, "place"));
  }

  private static String source(String dataset, String file) {
    return dataset + "!" + file;
  }

  private static String text(Row row, String column) {
    String text = row.getAs(column);
    return text == null ? "" : text;
  }
}
