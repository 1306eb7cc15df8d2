package org.planpulse.jobs.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.LandUse;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.Standard;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/**
 * Puts the annual report together from the warehouse: one chapter class each, no numbers of its
 * own.
 */
final class CheckupAssembly {

  private final Schemas schemas;
  private final Plan plan;
  private final GoldReader gold;
  private final TraceAnnex annex;

  CheckupAssembly(Schemas schemas, Plan plan, GoldReader gold, TraceAnnex annex) {
    this.schemas = schemas;
    this.plan = plan;
    this.gold = gold;
    this.annex = annex;
  }

  /**
   * @param since day whose figures the errata compare with; empty for no errata
   */
  Checkup of(int year, Language language, boolean sampleData, Optional<LocalDate> since) {
    Sentences sentences = new Sentences(schemas.sentences(), language);
    TargetTexts targets = new TargetTexts(schemas, plan, sentences);
    MapFigures maps = new MapFigures(schemas, plan, year, sentences, gold, shapes());

    List<Dimension> dimensions =
        IndicatorChapters.ofCity(schemas, plan, year, sentences, targets, gold).dimensions();
    ControlLines controlLines =
        new ControlLineChapter(schemas, plan, year, sentences, targets, gold)
            .compose(List.of(maps.controlLines(), maps.violations()));
    LandUse landUse =
        new LandUseChapter(schemas, plan, year, sentences, gold).compose(maps.landUse());
    WarningList warnings = new WarningList(schemas, plan, sentences);

    return new Checkup(
        language,
        plan.city().code(),
        plan.city().name().in(language),
        plan.title().in(language),
        approval(language),
        year,
        plan.baseYear(),
        plan.targetYear(),
        standards(language),
        dataAsOf(),
        sampleData,
        sampleData ? sentences.say("sample.note") : "",
        new VerdictPage(schemas, plan, year, sentences, targets, gold)
            .compose(dimensions, warnings.of(year, gold), controlLines),
        dimensions,
        controlLines,
        landUse,
        landGroups(language),
        warnings.detailed(year, gold),
        new SourcesChapter(schemas, plan, sentences, gold).compose(dimensions),
        annex.compose(year, sentences),
        since.flatMap(new ErrataPage(schemas, plan, year, sentences, gold)::since).orElse(null));
  }

  private Map<String, String> landGroups(Language language) {
    return schemas.landGroups().values().stream()
        .collect(Collectors.toMap(LandGroup::id, group -> group.name().in(language)));
  }

  private String approval(Language language) {
    Plan.Approval approval = plan.approval();
    return new LocalText(
            "%s %s（%s）".formatted(approval.authority().zh(), approval.document(), approval.date()),
            "%s, %s (%s)"
                .formatted(approval.authority().en(), approval.document(), approval.date()))
        .in(language);
  }

  /** Editions the indicators follow, in the order of their code list. */
  private String standards(Language language) {
    Set<String> used =
        schemas.indicators().stream().map(Indicator::standardId).collect(Collectors.toSet());
    Sentences sentences = new Sentences(schemas.sentences(), language);
    return sentences.join(
        schemas.standards().entrySet().stream()
            .filter(standard -> used.contains(standard.getKey()))
            .map(standard -> edition(standard.getValue(), sentences))
            .toList());
  }

  private static String edition(Standard standard, Sentences sentences) {
    String title = standard.title().in(sentences.language());
    Standard.Validity valid = standard.valid();
    if (valid == null) {
      return title;
    }
    return valid.to() == null
        ? sentences.say("edition.since", "title", title, "from", valid.from())
        : sentences.say("edition.replaced", "title", title, "from", valid.from(), "to", valid.to());
  }

  private String dataAsOf() {
    return gold.rows("SELECT max(received_on) AS day FROM bronze.source_file").get(0).text("day");
  }

  private PlaneShapes shapes() {
    return new PlaneShapes(
        gold.rows("SELECT (min(minx) + max(maxx)) / 2 AS middle FROM silver.admin_unit")
            .get(0)
            .amount("middle"));
  }
}
