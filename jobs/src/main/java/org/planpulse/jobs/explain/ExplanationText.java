package org.planpulse.jobs.explain;

import java.util.List;
import java.util.Locale;
import org.planpulse.jobs.explain.Explanation.Check;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/** An {@link Explanation} as an indented text. */
public final class ExplanationText {

  /** Sources shown of one input; a service may rest on many files. JSON has them all. */
  private static final int SOURCES_SHOWN = 12;

  private static final String FIELD = "  ";
  private static final String INPUT = "  ";
  private static final String SOURCE = "    <- ";
  private static final String DETAIL = "       ";

  private final UnitTable units;
  private final Language language;
  private final WrappedText text;

  private ExplanationText(UnitTable units, Language language, int width) {
    this.units = units;
    this.language = language;
    this.text = new WrappedText(width);
  }

  /**
   * The lines of an explanation.
   *
   * @param width that only single words, such as long file names, exceed
   */
  public static List<String> lines(
      Explanation explanation, UnitTable units, Language language, int width) {
    ExplanationText text = new ExplanationText(units, language, width);
    text.figure(explanation);
    text.formula(explanation);
    text.checks(explanation.checks());
    return text.text.lines();
  }

  private void figure(Explanation explanation) {
    Indicator indicator = explanation.indicator();
    Figure figure = explanation.figure();
    text.add(
        "",
        FIELD,
        indicator.code()
            + "  "
            + indicator.name().in(language)
            + "  "
            + figure.region()
            + "  "
            + figure.year());
    String unit = UnitNames.symbol(units, figure.unit(), language);
    field(
        word("值", "value"),
        NumberText.of(figure.value(), indicator.decimals())
            + " "
            + unit
            + "  ("
            + figure.status()
            + ")");
    if (figure.target() != null) {
      field(word("目标", "target"), ExactNumber.of(figure.target()) + " " + unit);
    }
    field(word("灯色", "level"), light(figure.level()));
    if (!figure.reason().isEmpty() && indicator.computed()) {
      field(word("说明", "reason"), figure.reason());
    }
    field(word("知悉", "known from"), figure.knownFrom().toString());
    field(word("运行", "run"), program(explanation.program()));
    field(word("标准", "standard"), indicator.standardId());
    field(word("定义", "definition"), indicator.definition().in(language));
    if (indicator.reading() != null) {
      field(word("口径", "reading"), indicator.reading().in(language));
    }
  }

  private String program(Explanation.Program program) {
    return program.runId()
        + program
            .version()
            .map(version -> word("，程序与目录 ", ", program and catalogue ") + version)
            .orElse("");
  }

  private void formula(Explanation explanation) {
    Indicator indicator = explanation.indicator();
    if (!indicator.computed()) {
      field(word("未计算", "not computed"), indicator.notComputable().in(language));
      return;
    }
    field(word("公式", "formula"), indicator.formula().replaceAll("\\s+", " "));
    field("", "= " + explanation.formula());
    text.add("", "", word("输入", "inputs"));
    explanation.inputs().forEach(this::input);
  }

  private void input(Explanation.Input input) {
    Figure.Input value = input.value();
    text.add(
        INPUT,
        INPUT + INPUT,
        value.name()
            + " = "
            + ExactNumber.of(value.value())
            + " "
            + UnitNames.symbol(units, value.unit(), language)
            + (value.year() == null ? "" : "  " + value.year())
            + "  ("
            + value.status()
            + ")  "
            + input.name().in(language));
    text.add(
        "    ",
        DETAIL,
        value.table() + (value.rows() == null ? "" : "  " + count(value.rows(), "行", "rows")));
    input.sources().stream().limit(SOURCES_SHOWN).forEach(this::source);
    int more = input.sources().size() - SOURCES_SHOWN;
    if (more > 0) {
      text.add("    ", DETAIL, word("另有 " + more + " 处", "and " + more + " more"));
    }
  }

  private void source(Source source) {
    Source.File file = source.file();
    text.add(SOURCE, DETAIL, file.path() + "  " + String.join(" ", source.place()));
    if (source instanceof Source.Cell cell) {
      text.add(DETAIL, DETAIL, content(cell));
      if (!cell.correction().isEmpty()) {
        text.add(DETAIL, DETAIL, word("经更正：", "corrected by ") + cell.correction());
      }
    } else if (source instanceof Source.Rows rows) {
      text.add(DETAIL, DETAIL, content(rows));
    }
    text.add(DETAIL, DETAIL, handedOver(file));
  }

  private String content(Source.Cell cell) {
    String unit = UnitNames.symbol(units, cell.unit(), language);
    String conversion =
        cell.factor() == null ? "" : "  × " + ExactNumber.of(cell.factor().doubleValue());
    return "“" + cell.text() + "” = " + ExactNumber.of(cell.value()) + " " + unit + conversion;
  }

  private String content(Source.Rows rows) {
    String counted =
        switch (rows.kind()) {
          case FEATURE -> count(rows.count(), "个要素", "features");
          case LINE -> count(rows.count(), "行", "lines");
          case TILE -> count(rows.count(), "个瓦片", "tiles");
        };
    return rows.areaM2() == null
        ? counted
        : counted + word("，共 ", ", ") + NumberText.m2(rows.areaM2().doubleValue()) + " m²";
  }

  private String handedOver(Source.File file) {
    return file.department()
        + word("，收到于 ", ", received ")
        + file.receivedOn()
        + word("，合同 ", ", contract ")
        + file.contract()
        + " "
        + file.contractVersion();
  }

  private void checks(List<Check> checks) {
    if (!checks.isEmpty()) {
      text.add("", "", word("检查", "checks"));
      checks.forEach(
          check ->
              text.add(
                  INPUT,
                  INPUT + INPUT,
                  (check.passed() ? word("通过", "passed") : word("未通过", "FAILED"))
                      + "  "
                      + CheckWording.of(check).in(language)));
    }
  }

  private void field(String name, String content) {
    text.add(FIELD + (name.isEmpty() ? "" : name + ": "), FIELD + FIELD, content);
  }

  private String light(String level) {
    Light light = Light.of(Level.valueOf(level.toUpperCase(Locale.ROOT)), Wording.of(language));
    return light.symbol() + " " + light.word();
  }

  private String count(long number, String zh, String en) {
    return NumberText.of(number) + " " + word(zh, en);
  }

  private String word(String zh, String en) {
    return new LocalText(zh, en).in(language);
  }
}
