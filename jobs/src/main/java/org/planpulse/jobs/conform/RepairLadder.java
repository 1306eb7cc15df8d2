package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.geometry.RepairResult.Rung;
import org.planpulse.jobs.run.IssueStore;

/** How many shapes stopped at which rung of the repair ladder, and what that did to their area. */
final class RepairLadder {

  /** Rows of {@link CheckedRows} whose shape was repaired, or could not be. */
  static final Column FAULTY =
      expr("exists(problems, p -> p.code IN ('GEOMETRY_REPAIRED', 'GEOMETRY_UNUSABLE'))");

  private static final List<Rung> RUNGS =
      List.of(Rung.CLEANED, Rung.FIXED, Rung.BUFFERED, Rung.UNREPAIRABLE);

  private final List<Step> steps;

  private RepairLadder(List<Step> steps) {
    this.steps = steps;
  }

  /** Shapes of one file at one rung; areas in m², zero for those that could not be repaired. */
  private record Step(
      String file, String rung, long shapes, BigDecimal beforeM2, BigDecimal afterM2) {

    boolean repaired() {
      return !rung.equals(name(Rung.UNREPAIRABLE));
    }
  }

  /**
   * @param rejected rows that are not loaded: their repairs change no area
   */
  static RepairLadder of(Dataset<Row> checked, Column rejected) {
    List<Row> rows =
        checked
            .where(FAULTY)
            .select(
                col("dataset"),
                col("source_key"),
                rejected.as("rejected"),
                explode(col("problems")).as("problem"))
            .where(
                col("problem.code")
                    .equalTo("GEOMETRY_UNUSABLE")
                    .or(col("problem.code").equalTo("GEOMETRY_REPAIRED").and(not(col("rejected")))))
            .groupBy(
                col("dataset"),
                col("source_key"),
                expr("coalesce(problem.values['rung'], 'unrepairable')").as("rung"))
            .agg(count("*"), area("before"), area("after"))
            .collectAsList();
    return new RepairLadder(rows.stream().map(RepairLadder::step).toList());
  }

  private static Column area(String value) {
    return expr(
        "coalesce(sum(CAST(problem.values['%s'] AS DECIMAL(20,2))), 0.00)".formatted(value));
  }

  private static Step step(Row row) {
    return new Step(
        SourceFile.id(row.getString(0), row.getString(1)),
        row.getString(2),
        row.getLong(3),
        row.getDecimal(4),
        row.getDecimal(5));
  }

  /**
   * Number of shapes by rung, e.g. {@code shapes_fixed}; rungs that none stopped at are left out.
   */
  Map<String, Long> counts() {
    return steps.stream()
        .collect(
            Collectors.groupingBy(
                step -> "shapes_" + step.rung(),
                TreeMap::new,
                Collectors.summingLong(Step::shapes)));
  }

  /** One note for each file with repaired shapes; those beyond repair are issues of their own. */
  void tell(Map<String, SourceFile> files, IssueStore issues) {
    steps.stream()
        .collect(Collectors.groupingBy(Step::file, TreeMap::new, Collectors.toList()))
        .forEach(
            (file, climbed) -> {
              if (climbed.stream().anyMatch(Step::repaired)) {
                tell(files.get(file), climbed, issues);
              }
            });
  }

  private static void tell(SourceFile file, List<Step> climbed, IssueStore issues) {
    Map<String, String> values = new HashMap<>();
    for (Rung rung : RUNGS) {
      String name = name(rung);
      long shapes =
          climbed.stream().filter(s -> s.rung().equals(name)).mapToLong(Step::shapes).sum();
      values.put(name, Long.toString(shapes));
    }
    BigDecimal before =
        climbed.stream().map(Step::beforeM2).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal after = climbed.stream().map(Step::afterM2).reduce(BigDecimal.ZERO, BigDecimal::add);
    values.put("before", before.toPlainString());
    values.put("after", after.toPlainString());
    values.put("change", after.subtract(before).toPlainString());
    issues.add(
        issues.issue("REPAIRS_BOOKED", file.department(), file.dataset(), file.file(), "", values));
  }

  private static String name(Rung rung) {
    return rung.name().toLowerCase(Locale.ROOT);
  }
}
