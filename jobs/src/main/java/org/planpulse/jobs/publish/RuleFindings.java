package org.planpulse.jobs.publish;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.ControlLines.ExposureRow;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.reports.model.Level;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.InsideRule;
import org.planpulse.schemas.codelist.LandRule;
import org.planpulse.schemas.codelist.LandRule.Change;
import org.planpulse.schemas.codelist.LineRule;

/**
 * What line rules found in a year and the year before, rule by rule. Rules that were not checked,
 * for want of their layers, are no clean result and have no row.
 */
final class RuleFindings {

  private final Schemas schemas;
  private final int year;
  private final Sentences sentences;
  private final List<GoldRow> rows;
  private final Set<String> checked;
  private final Set<String> checkedBefore;

  RuleFindings(Schemas schemas, int year, Sentences sentences, GoldReader gold) {
    this.schemas = schemas;
    this.year = year;
    this.sentences = sentences;
    this.rows =
        gold.rows(
            """
            SELECT rule_id, v.year, u.name AS unit, count(*) AS things, sum(v.area_m2) AS area_m2,
                   sum(v.length_m) AS length_m,
                   len(list_distinct(flatten(list(v.parcel_ids)))) AS parcels
            FROM gold.line_violation v LEFT JOIN %s u USING (region_code)
            WHERE v.year IN (%d, %d) AND %s
            GROUP BY rule_id, v.year, zone_layer, zone_id, region_code, u.name
            """
                .formatted(AdminUnits.in(year), year - 1, year, present(schemas)));
    this.checked = checked(gold, year);
    this.checkedBefore = checked(gold, year - 1);
  }

  private static Set<String> checked(GoldReader gold, int year) {
    return gold
        .rows("SELECT DISTINCT rule_id FROM gold.line_rule_ledger WHERE year = " + year)
        .stream()
        .map(row -> row.text("rule_id"))
        .collect(Collectors.toSet());
  }

  /**
   * Condition on {@code gold.line_violation}: rows that say what a rule looks for in their year. Of
   * rules on new land that is what entered, not what entered before and still stands.
   */
  static String present(Schemas schemas) {
    String others =
        schemas.lineRules().values().stream()
            .filter(rule -> !(rule instanceof LandRule land && land.change() == Change.NEW))
            .map(rule -> " OR rule_id = '" + rule.id() + "'")
            .collect(Collectors.joining());
    return "(state = 'new' OR state = 'open' AND (false%s))".formatted(others);
  }

  /** Rules whose findings are land. */
  List<ViolationRow> onLand() {
    return checked(rule -> !(rule instanceof InsideRule)).map(this::violation).toList();
  }

  /** Rules whose findings are facilities and roads. */
  List<ExposureRow> ofThings() {
    return checked(rule -> rule instanceof InsideRule).map(this::exposure).toList();
  }

  /** Names of the rules that were not checked; empty when all were. */
  String unchecked() {
    return sentences.join(
        schemas.lineRules().values().stream()
            .filter(rule -> !checked.contains(rule.id()))
            .map(rule -> rule.name().in(sentences.language()))
            .toList());
  }

  private Stream<LineRule> checked(Predicate<LineRule> kind) {
    return schemas.lineRules().values().stream()
        .filter(rule -> checked.contains(rule.id()))
        .filter(kind);
  }

  private boolean checkedBefore(LineRule rule) {
    return checkedBefore.contains(rule.id());
  }

  private ViolationRow violation(LineRule rule) {
    List<GoldRow> current = rows(rule, year);
    return new ViolationRow(
        rule.id(),
        rule.name().in(sentences.language()),
        current.stream().mapToInt(row -> row.whole("parcels")).sum(),
        sum(current, "area_m2"),
        checkedBefore(rule) ? sum(rows(rule, year - 1), "area_m2") : null,
        places(current),
        level(rule, current));
  }

  private ExposureRow exposure(LineRule rule) {
    List<GoldRow> current = rows(rule, year);
    List<GoldRow> previous = rows(rule, year - 1);
    return new ExposureRow(
        rule.id(),
        rule.name().in(sentences.language()),
        things(current),
        checkedBefore(rule) ? Integer.valueOf(things(previous)) : null,
        metres(current),
        metres(previous),
        places(current),
        level(rule, current));
  }

  private List<GoldRow> rows(LineRule rule, int of) {
    return rows.stream()
        .filter(row -> row.text("rule_id").equals(rule.id()) && row.whole("year") == of)
        .toList();
  }

  private static double sum(List<GoldRow> rows, String column) {
    return rows.stream().mapToDouble(row -> row.amount(column)).sum();
  }

  private static int things(List<GoldRow> rows) {
    return rows.stream().mapToInt(row -> row.whole("things")).sum();
  }

  /** Null where nothing found has a length. */
  private static Double metres(List<GoldRow> rows) {
    return rows.stream().allMatch(row -> row.number("length_m") == null)
        ? null
        : sum(rows, "length_m");
  }

  private String places(List<GoldRow> rows) {
    return sentences.join(
        rows.stream()
            .map(row -> row.text("unit"))
            .filter(Objects::nonNull)
            .distinct()
            .sorted()
            .toList());
  }

  private static Level level(LineRule rule, List<GoldRow> current) {
    return current.isEmpty() ? Level.GREEN : Level.valueOf(rule.level().toUpperCase(Locale.ROOT));
  }
}
