package org.planpulse.jobs.spatial;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;

/**
 * Tells departments of rows of {@code gold.topology_finding}: each by itself, the largest first, or
 * when a file has more than {@value #LISTED} of a kind, the largest for all of them.
 */
final class TopologyReport {

  private static final int LISTED = 20;

  private static final Comparator<Row> LARGEST_FIRST =
      Comparator.comparing((Row row) -> row.<BigDecimal>getAs("area_m2"))
          .reversed()
          .thenComparing(row -> row.<String>getAs("place"));

  private final Map<String, String> departments;
  private final IssueStore issues;

  TopologyReport(Schemas schemas, IssueStore issues) {
    this.departments =
        schemas.contracts().stream().collect(Collectors.toMap(Contract::id, Contract::department));
    this.issues = issues;
  }

  void tell(List<Row> findings) {
    findings.stream()
        .sorted(LARGEST_FIRST)
        .collect(
            Collectors.groupingBy(
                row -> List.of(row.getAs("dataset"), row.getAs("file"), row.getAs("kind"))))
        .values()
        .forEach(this::tellKind);
  }

  private void tellKind(List<Row> kind) {
    kind.stream()
        .limit(kind.size() > LISTED ? 1 : kind.size())
        .forEach(finding -> tell(finding, kind.size()));
  }

  private void tell(Row finding, int count) {
    String dataset = finding.getAs("dataset");
    issues.add(
        issues.issue(
            finding.<String>getAs("kind").toUpperCase(Locale.ROOT),
            departments.getOrDefault(dataset, ""),
            dataset,
            finding.getAs("file"),
            finding.getAs("place"),
            Map.of(
                "ids", String.join(", ", subjects(finding)),
                "units", String.join(", ", texts(finding, "region_codes")),
                "area", finding.<BigDecimal>getAs("area_m2").toPlainString(),
                "place", place(finding),
                "count", String.valueOf(count))));
  }

  /** Parcels, or the units themselves where no parcels are concerned. */
  private static List<String> subjects(Row finding) {
    List<String> parcels = texts(finding, "parcel_ids");
    return parcels.isEmpty() ? texts(finding, "region_codes") : parcels;
  }

  private static List<String> texts(Row finding, String column) {
    return finding.getList(finding.fieldIndex(column));
  }

  private static String place(Row finding) {
    return String.format(
        Locale.ROOT,
        "%.6f, %.6f",
        finding.<Double>getAs("longitude"),
        finding.<Double>getAs("latitude"));
  }
}
