package org.planpulse.jobs.publish;

import java.util.List;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Warning;
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

  List<Warning> of(int year, GoldReader gold) {
    return gold
        .rows(
            """
            SELECT * FROM gold.warning WHERE region_code = '%s' AND year = %d
            ORDER BY CASE level WHEN 'red' THEN 0 WHEN 'orange' THEN 1 WHEN 'yellow' THEN 2
                     ELSE 3 END, target_id
            """
                .formatted(plan.city().code(), year))
        .stream()
        .map(this::warning)
        .toList();
  }

  private Warning warning(GoldRow row) {
    Plan.Target target =
        plan.targets().stream()
            .filter(t -> t.id().equals(row.text("target_id")))
            .findFirst()
            .orElseThrow();
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
        row.text("reason_" + sentences.language().code()),
        schemas.departments().get(row.text("duty")).name().in(sentences.language()),
        row.whole("since_year"),
        target.clause().in(sentences.language()),
        targets.measure(target));
  }
}
