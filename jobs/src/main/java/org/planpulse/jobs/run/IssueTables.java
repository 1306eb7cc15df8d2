package org.planpulse.jobs.run;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;

/** What jobs have found wrong with data: {@code ops.data_issue} and {@code ops.quarantine}. */
final class IssueTables {

  private final StageTable<IssueRow> issues;
  private final StageTable<QuarantineRow> quarantine;
  private final Map<String, IssueRow> known;

  private IssueTables(StageTable<IssueRow> issues, StageTable<QuarantineRow> quarantine) {
    this.issues = issues;
    this.quarantine = quarantine;
    this.known =
        issues.rows().stream()
            .collect(Collectors.toMap(IssueRow::issueId, Function.identity(), (a, b) -> a));
  }

  static IssueTables read(WarehouseLayout layout, QuerySession query) {
    return new IssueTables(
        StageTable.read(IssueRow.TABLE, IssueRow.COLUMNS, IssueRow::of, layout, query),
        StageTable.read(
            QuarantineRow.TABLE, QuarantineRow.COLUMNS, QuarantineRow::of, layout, query));
  }

  /** Takes what a job found in place of what it found last time; known issues keep their day. */
  void replace(String stage, IssueStore found, RunContext run) {
    Map<String, IssueRow> rows = new LinkedHashMap<>();
    for (Issue issue : found.issues()) {
      IssueRow row = IssueRow.of(issue, stage, run);
      IssueRow earlier = known.get(row.issueId());
      rows.putIfAbsent(row.issueId(), earlier == null ? row : row.knownSince(earlier));
    }
    issues.replace(stage, List.copyOf(rows.values()));
    quarantine.replace(
        stage, found.quarantined().stream().map(row -> QuarantineRow.of(row, stage)).toList());
  }

  void write(Warehouse warehouse) {
    issues.write(warehouse);
    quarantine.write(warehouse);
  }

  /** Hash of the issues and quarantined rows of some stages. */
  String hash(Collection<String> stages) {
    Digest digest = new Digest();
    for (String stage : stages) {
      issues.rows(stage).forEach(row -> digest.add(row.toString()));
      quarantine.rows(stage).forEach(row -> digest.add(row.toString()));
    }
    return digest.hex16();
  }

  /** Number of open issues by severity. */
  Map<String, Long> bySeverity() {
    return issues.rows().stream()
        .collect(Collectors.groupingBy(IssueRow::severity, TreeMap::new, Collectors.counting()));
  }
}
