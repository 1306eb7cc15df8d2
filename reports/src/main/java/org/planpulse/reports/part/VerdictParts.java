package org.planpulse.reports.part;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Mark;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.LightCounts.Count;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.drawing.BulletChart;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Verdict.TargetRow;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;

/** What a leader reads first: lights, binding targets, findings, measures. */
final class VerdictParts {
  private VerdictParts() {}

  static List<Block> lights(Scope scope) {
    Verdict verdict = scope.checkup().verdict();
    List<Count> counts = new ArrayList<>();
    for (Level level : Level.values()) {
      counts.add(
          new Count(Light.of(level, scope.wording()), verdict.lights().getOrDefault(level, 0)));
    }
    counts.add(new Count(Light.none(scope.wording()), verdict.notEvaluated()));
    return List.of(
        new LightCounts(
            scope.table("verdict.lights", scope.year()),
            scope.text("indicator.level"),
            scope.text("lights.count"),
            counts));
  }

  static List<Block> targets(Scope scope) {
    List<Row> rows = binding(scope).stream().map(row -> target(row, scope)).toList();
    return List.of(
        Table.of(
                scope.table("verdict.targets", scope.year()),
                List.of(
                    Column.text(scope.text("targets.name"), 175),
                    Column.number(scope.text("targets.value"), 58),
                    Column.number(scope.text("targets.target"), 82),
                    Column.text(scope.text("targets.unit"), 68),
                    Column.number(scope.text("targets.margin"), 42),
                    Column.text(scope.text("targets.level"), 66)),
                rows)
            .withNote(scope.text("verdict.targets.note"))
            .withRowNotes(scope.text("targets.clause")));
  }

  private static List<TargetRow> binding(Scope scope) {
    return scope.required(
        scope.checkup().verdict().binding(), "规划的约束性目标", "binding targets of the plan");
  }

  private static Row target(TargetRow row, Scope scope) {
    Double margin = row.margin() == null ? null : row.margin() * 100;
    return Row.of(
            Cell.strong(row.id() + "  " + row.name()),
            Cell.number(row.value(), row.decimals()).stronger(),
            Cell.text(row.targetText()),
            Cell.text(row.unit()),
            Cell.change(margin, 2).with("%"),
            new Mark(Light.of(row.level(), scope.wording())))
        .withNote(scope.text("targets.note", row.clause(), row.judgement()));
  }

  /** Targets without a number have no bar. */
  static List<Block> bullets(Scope scope) {
    List<BulletChart.Bullet> bullets =
        binding(scope).stream()
            .filter(VerdictParts::hasBar)
            .map(row -> bullet(row, scope))
            .toList();
    scope.required(bullets, "有数值的约束性目标", "a binding target with a number");
    String names =
        scope
            .sentences()
            .join(bullets.stream().map(bar -> bar.name() + " " + bar.summary()).toList());
    return List.of(
        new Figure(
            scope.figure("verdict.bullets", scope.year()),
            withoutBar(scope),
            names,
            new BulletChart(bullets, scope.text("bullet.axis")),
            Figure.Size.STRIP));
  }

  /** Names the targets that have no bar, so that none is missed; empty when all have one. */
  private static String withoutBar(Scope scope) {
    List<String> names =
        binding(scope).stream()
            .filter(row -> !hasBar(row))
            .map(row -> scope.text("bullet.reason", row.name(), reason(row, scope)))
            .toList();
    return names.isEmpty() ? "" : scope.text("bullet.none", scope.sentences().join(names));
  }

  private static String reason(TargetRow row, Scope scope) {
    return row.target() == null ? row.targetText() : Light.none(scope.wording()).word();
  }

  private static boolean hasBar(TargetRow row) {
    return row.value() != null && row.target() != null;
  }

  private static BulletChart.Bullet bullet(TargetRow row, Scope scope) {
    return new BulletChart.Bullet(
        row.name(),
        row.value() / row.target(),
        scope.text(
            "bullet.value",
            NumberText.of(row.value(), row.decimals()),
            row.targetText(),
            scope.sentences().behindNumber(row.unit())),
        Light.of(row.level(), scope.wording()));
  }

  static List<Block> findings(Scope scope) {
    return statements(scope, "verdict.findings", allFindings(scope));
  }

  /** Also what could not be evaluated, and where the report lists it if it does. */
  private static List<String> allFindings(Scope scope) {
    Verdict verdict = scope.checkup().verdict();
    List<String> findings = new ArrayList<>(verdict.findings());
    int missing = verdict.notEvaluated();
    if (missing > 0) {
      findings.add(
          scope
              .chapterWith("not-evaluated")
              .map(
                  chapter ->
                      scope
                          .sentences()
                          .say("finding.missing.listed", "count", missing, "chapter", chapter))
              .orElseGet(() -> scope.sentences().say("finding.missing", "count", missing)));
    }
    return findings.isEmpty() ? List.of(scope.sentences().say("finding.none")) : findings;
  }

  static List<Block> measures(Scope scope) {
    return statements(scope, "verdict.measures", scope.checkup().verdict().measures());
  }

  /** As many as one page holds; its heading says how many there are. */
  private static List<Block> statements(Scope scope, String heading, List<String> sentences) {
    List<String> shown = sentences.stream().limit(scope.most()).toList();
    String title = scope.heading(heading);
    boolean cut = shown.size() < sentences.size();
    return List.of(
        new Statements(
            cut ? scope.text("statements.cut", title, shown.size(), sentences.size()) : title,
            shown));
  }

  /** The year in three sentences: how it stands, what is worst, what comes first. */
  static List<Block> keyMessages(Scope scope) {
    Verdict verdict = scope.checkup().verdict();
    String worst = allFindings(scope).get(0);
    String first = scope.required(verdict.measures(), "措施的表述", "a sentence on measures").get(0);
    return List.of(
        new Statements(
            scope.heading("brief.messages"), List.of(standing(scope, verdict), worst, first)));
  }

  private static String standing(Scope scope, Verdict verdict) {
    int judged =
        verdict.lights().entrySet().stream()
            .filter(light -> light.getKey() != Level.INFO)
            .mapToInt(light -> light.getValue())
            .sum();
    return scope
        .sentences()
        .say(
            "brief.standing",
            "year",
            scope.year(),
            "judged",
            judged,
            "green",
            verdict.lights().getOrDefault(Level.GREEN, 0),
            "blue",
            verdict.lights().getOrDefault(Level.BLUE, 0),
            "yellow",
            verdict.lights().getOrDefault(Level.YELLOW, 0),
            "orange",
            verdict.lights().getOrDefault(Level.ORANGE, 0),
            "red",
            verdict.lights().getOrDefault(Level.RED, 0));
  }
}
