package org.planpulse.jobs.publish;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.planpulse.reports.model.ControlLines;
import org.planpulse.reports.model.ControlLines.ExposureRow;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Verdict.TargetRow;
import org.planpulse.reports.model.Warning;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.plan.Plan;

/** The page a leader reads first, composed from the chapters behind it and the judgements. */
final class VerdictPage {

  private static final List<Level> WORST_FIRST =
      List.of(Level.RED, Level.ORANGE, Level.YELLOW, Level.BLUE, Level.INFO, Level.GREEN);

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final TargetTexts targets;
  private final GoldReader gold;

  VerdictPage(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      TargetTexts targets,
      GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.targets = targets;
    this.gold = gold;
  }

  Verdict compose(List<Dimension> dimensions, List<Warning> warnings, ControlLines lines) {
    List<IndicatorRow> rows =
        dimensions.stream().flatMap(dimension -> dimension.indicators().stream()).toList();
    Map<Level, Integer> lights = new EnumMap<>(Level.class);
    for (Level level : Level.values()) {
      lights.put(level, (int) rows.stream().filter(row -> shows(row, level)).count());
    }
    int missing = (int) rows.stream().filter(row -> row.current() == null).count();
    List<TargetRow> binding = binding(rows);
    return new Verdict(
        conclusion(rows, lights, missing),
        lights,
        missing,
        binding,
        findings(warnings, lines),
        measures(binding, lines));
  }

  /** An indicator without a value shows no light: it counts among the missing. */
  private static boolean shows(IndicatorRow row, Level level) {
    return row.current() != null && row.level() == level;
  }

  private String conclusion(List<IndicatorRow> rows, Map<Level, Integer> lights, int missing) {
    int judged =
        lights.entrySet().stream()
            .filter(light -> light.getKey() != Level.INFO)
            .mapToInt(Map.Entry::getValue)
            .sum();
    List<String> parts = new ArrayList<>();
    parts.add(
        sentences.say(
            "verdict.conclusion",
            "year",
            year,
            "total",
            rows.size(),
            "valued",
            rows.size() - missing,
            "judged",
            judged,
            "green",
            lights.get(Level.GREEN),
            "blue",
            lights.get(Level.BLUE),
            "yellow",
            lights.get(Level.YELLOW),
            "orange",
            lights.get(Level.ORANGE),
            "red",
            lights.get(Level.RED)));
    parts.add(
        lights.get(Level.RED) == 0
            ? sentences.say("verdict.clear")
            : sentences.say(
                "verdict.broken", "names", names(rows, row -> row.level() == Level.RED)));
    if (lights.get(Level.ORANGE) > 0) {
      parts.add(
          sentences.say("verdict.close", "names", names(rows, row -> row.level() == Level.ORANGE)));
    }
    List<String> notIssued =
        plan.targets().stream()
            .filter(target -> plan.valueOf(target).isEmpty())
            .map(target -> target.name().in(sentences.language()))
            .toList();
    if (!notIssued.isEmpty()) {
      parts.add(sentences.say("verdict.not_issued", "names", sentences.join(notIssued)));
    }
    return String.join(sentences.language() == Language.ZH ? "" : " ", parts);
  }

  private String names(List<IndicatorRow> rows, Predicate<IndicatorRow> which) {
    return sentences.join(rows.stream().filter(which).map(IndicatorRow::name).toList());
  }

  private List<TargetRow> binding(List<IndicatorRow> rows) {
    Map<String, Double> margins = margins();
    return plan.targets().stream()
        .map(target -> targetRow(target, rows, margins.get(target.id())))
        .sorted(Comparator.comparing(row -> WORST_FIRST.indexOf(row.level())))
        .toList();
  }

  private TargetRow targetRow(Plan.Target target, List<IndicatorRow> rows, Double margin) {
    IndicatorRow row =
        rows.stream().filter(r -> r.code().equals(target.indicator())).findFirst().orElseThrow();
    Double value = row.current() == null ? null : inTargetUnit(target, row.current());
    return new TargetRow(
        target.id(),
        target.name().in(sentences.language()),
        target.clause().in(sentences.language()),
        value,
        plan.valueOf(target).orElse(null),
        targets.text(target),
        targets.unitText(target),
        target.decimals(),
        margin,
        row.level(),
        targets.judgement(target, row.level(), row.current()));
  }

  private double inTargetUnit(Plan.Target target, double value) {
    var indicator =
        schemas.indicators().stream()
            .filter(i -> i.code().equals(target.indicator()))
            .findFirst()
            .orElseThrow();
    return schemas
        .units()
        .get(target.unit())
        .fromSi(schemas.units().get(indicator.unit()).toSi(value));
  }

  /** Room left as it was judged, by target; none of a target that leaves none to measure. */
  private Map<String, Double> margins() {
    return gold
        .rows(
            """
            SELECT target_id, margin FROM gold.target_judgement
            WHERE region_code = '%s' AND year = %d AND margin IS NOT NULL
            """
                .formatted(plan.city().code(), year))
        .stream()
        .collect(Collectors.toMap(row -> row.text("target_id"), row -> row.number("margin")));
  }

  private List<String> findings(List<Warning> warnings, ControlLines lines) {
    List<String> findings = new ArrayList<>();
    for (Warning warning : warnings) {
      if (warning.value() != null && warning.threshold() != null) {
        findings.add(
            sentences.say(
                "finding.target",
                "name",
                warning.object(),
                "year",
                year,
                "value",
                sentences.quantity(warning.value(), warning.decimals(), warning.unit()),
                "target",
                sentences.quantity(warning.threshold(), warning.decimals(), warning.unit()),
                "reason",
                warning.reason()));
      }
    }
    for (ViolationRow violation : lines.violations()) {
      if (violation.found()) {
        findings.add(
            sentences.say(
                "finding.line",
                "rule",
                violation.rule(),
                "year",
                year,
                "parcels",
                violation.parcels(),
                "area",
                Sentences.number(violation.areaM2() / 10_000, 2),
                "places",
                violation.places()));
      }
    }
    for (ExposureRow exposure : lines.exposures()) {
      if (exposure.things() > 0) {
        findings.add(
            sentences.say(
                "finding.exposure",
                "rule",
                exposure.rule(),
                "year",
                year,
                "things",
                exposure.things(),
                "places",
                exposure.places()));
      }
    }
    return findings;
  }

  private List<String> measures(List<TargetRow> binding, ControlLines lines) {
    List<String> measures = new ArrayList<>();
    for (TargetRow row : binding) {
      Plan.Target target =
          plan.targets().stream().filter(t -> t.id().equals(row.id())).findFirst().orElseThrow();
      if (row.target() == null) {
        measures.add(sentences.say("measure.not_issued", "name", row.name()));
      } else if (row.level() != Level.GREEN && row.level() != Level.INFO) {
        measures.add(targets.measure(target));
      }
    }
    for (ViolationRow violation : lines.violations()) {
      if (violation.found()) {
        measures.add(measure("measure.line", violation.ruleId(), violation.rule()));
      }
    }
    for (ExposureRow exposure : lines.exposures()) {
      if (exposure.things() > 0) {
        measures.add(measure("measure.exposure", exposure.ruleId(), exposure.rule()));
      }
    }
    return measures.isEmpty() ? List.of(sentences.say("measure.none")) : measures;
  }

  private String measure(String sentence, String ruleId, String rule) {
    String duty = schemas.lineRules().get(ruleId).duty();
    return sentences.say(sentence, "rule", rule, "duty", department(duty));
  }

  private String department(String key) {
    return schemas.departments().get(key).name().in(sentences.language());
  }
}
