package org.planpulse.jobs.publish;

import java.util.List;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Warning;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

/** The warnings of the year, worst first, in the units of the plan's targets. */
final class WarningList {

  private final Schemas schemas;
  private final Plan plan;
  private final Sentences sentences;

  WarningList(Schemas schemas, Plan plan, Sentences sentences) {
    this.schemas = schemas;
    this.plan = plan;
    this.sentences = sentences;
  }

  /** Each with its reason, and whether the value may be a fault of the data. */
  List<Warning> of(int year, GoldReader gold) {
    return rows(year, gold).stream().map(row -> warning(row, reason(row))).toList();
  }

  /** Likewise, and with what would change the light, and what was done. */
  List<Warning> detailed(int year, GoldReader gold) {
    return rows(year, gold).stream()
        .map(
            row ->
                warning(
                    row,
                    sentences.follow(
                        reason(row), change(row, "worse"), change(row, "better"), handling(row))))
        .toList();
  }

  private List<GoldRow> rows(int year, GoldReader gold) {
    return gold.rows(
        """
        SELECT * FROM gold.warning WHERE region_code = '%s' AND year = %d
        ORDER BY CASE level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2
                 ELSE 3 END, target_id
        """
            .formatted(plan.city().code(), year));
  }

  private Warning warning(GoldRow row, String reason) {
    Plan.Target target = target(row);
    TargetTexts targets = new TargetTexts(schemas, plan, sentences);
    return new Warning(
        target.id(),
        target.indicator(),
        IndicatorChapters.level(row.text("level")),
        target.name().in(sentences.language()),
        row.number("value"),
        row.number("target_value"),
        targets.unitText(target),
        target.decimals(),
        reason,
        schemas.departments().get(row.text("duty")).name().in(sentences.language()),
        row.whole("since_year"),
        target.clause().in(sentences.language()),
        targets.measure(target));
  }

  private Plan.Target target(GoldRow row) {
    return plan.targets().stream()
        .filter(target -> target.id().equals(row.text("target_id")))
        .findFirst()
        .orElseThrow();
  }

  private String reason(GoldRow row) {
    String fault = row.text("fault");
    return sentences.follow(
        row.text("reason_" + sentences.language().code()),
        fault == null ? "" : sentences.say("fault." + fault));
  }

  /** How far the value may move before the light gets worse, or better; empty if it does not. */
  private String change(GoldRow row, String side) {
    Double by = row.number(side + "_by");
    if (by == null) {
      return "";
    }
    Plan.Target target = target(row);
    String unit = new TargetTexts(schemas, plan, sentences).unitText(target);
    Level level = IndicatorChapters.level(row.text(side + "_level"));
    return sentences.say(
        "sensitivity." + side,
        "move",
        sentences.say(by > 0 ? "move.up" : "move.down"),
        "by",
        sentences.quantity(Math.abs(by), target.decimals() + 1, unit),
        "light",
        Light.of(level, Wording.of(sentences.language())).word());
  }

  private String handling(GoldRow row) {
    return sentences.say(
        "handling." + row.text("state"),
        "id",
        row.text("warning_id"),
        "date",
        row.text("state_on"),
        "by",
        row.text("done_by"),
        "done",
        row.text("done"));
  }
}
