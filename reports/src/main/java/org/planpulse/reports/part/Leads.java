package org.planpulse.reports.part;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.schemas.LocalText;

/** The paragraphs a chapter may begin with, by name. */
public final class Leads {
  private static final Map<String, Function<Scope, String>> BY_NAME =
      Map.ofEntries(
          entry("", scope -> ""),
          entry("verdict", scope -> scope.checkup().verdict().conclusion()),
          entry("indicators", Leads::indicators),
          entry("dimension", Leads::dimension),
          entry("stage", Leads::stage),
          entry("control-lines", scope -> scope.checkup().controlLines().summary()),
          entry("land-use", scope -> scope.checkup().landUse().summary()),
          entry("warnings", Leads::warnings),
          entry("warning", Leads::warning),
          entry("unit", scope -> scope.unit().summary()),
          entry("errata", Leads::errata),
          entry("trace", Leads::trace),
          entry("sources", scope -> scope.checkup().sources().summary()),
          entry("returns", Leads::returns));

  private Leads() {}

  /**
   * @param name as the chapter declares it
   * @param scope of the chapter, asking for the indicators of all its parts
   */
  public static String write(String name, Scope scope) {
    Function<Scope, String> lead = BY_NAME.get(name);
    if (lead == null) {
      String known = String.join(" ", names());
      throw new UnwritableReportException(
          new LocalText(
              "没有名为“" + name + "”的引言，可用的有：" + known + "。",
              "There is no lead \"" + name + "\"; there are: " + known + "."));
    }
    return lead.apply(scope);
  }

  /** Of all but the empty one. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>(BY_NAME.keySet());
    names.remove("");
    return names;
  }

  private static String indicators(Scope scope) {
    return scope.text("indicators.summary", scope.indicators().size(), scope.checkup().standard());
  }

  private static String dimension(Scope scope) {
    return scope
        .dimension()
        .map(Dimension::summary)
        .orElseThrow(() -> scope.lacks("维度", "a dimension"));
  }

  /** How the chapter's indicators moved in the stage, and how many meet their targets. */
  private static String stage(Scope scope) {
    List<IndicatorRow> rows = scope.required(scope.indicators(), "指标", "indicators");
    Movements moved = Movements.of(rows, scope.firstYear(), scope.year());
    return scope
        .sentences()
        .say(
            "stage.lead",
            "from",
            scope.firstYear(),
            "year",
            scope.year(),
            "total",
            rows.size(),
            "compared",
            moved.compared(),
            "up",
            moved.up(),
            "down",
            moved.down(),
            "same",
            moved.level(),
            "judged",
            judged(rows, scope));
  }

  private static String judged(List<IndicatorRow> rows, Scope scope) {
    long targets = rows.stream().filter(row -> !row.targetText().isEmpty()).count();
    List<IndicatorRow> judged =
        rows.stream().filter(row -> row.current() != null && row.level() != Level.INFO).toList();
    if (judged.isEmpty()) {
      return targets == 0
          ? scope.sentences().say("stage.no_target")
          : scope.sentences().say("stage.unjudged", "targets", targets, "year", scope.year());
    }
    return scope
        .sentences()
        .say(
            "stage.judged",
            "year",
            scope.year(),
            "judged",
            judged.size(),
            "green",
            judged.stream().filter(row -> row.level() == Level.GREEN).count());
  }

  private static String warnings(Scope scope) {
    int count = scope.checkup().warnings().size();
    return count == 0 ? scope.text("warnings.none") : scope.text("warnings.summary", count);
  }

  private static String warning(Scope scope) {
    return scope
        .sentences()
        .say(
            "notice.lead",
            "duty",
            scope.warning().duty(),
            "year",
            scope.year(),
            "object",
            scope.warning().object(),
            "reason",
            scope.warning().reason());
  }

  private static String errata(Scope scope) {
    return scope.checkup().errata() == null ? "" : scope.checkup().errata().summary();
  }

  private static String trace(Scope scope) {
    int figures = scope.checkup().trace().size();
    return figures == 0 ? "" : scope.text("trace.summary", figures);
  }

  private static String returns(Scope scope) {
    ReturnNote note = scope.note();
    return scope.text(
        "returns.lead", note.department(), note.date(), note.errors(), note.warnings());
  }
}
