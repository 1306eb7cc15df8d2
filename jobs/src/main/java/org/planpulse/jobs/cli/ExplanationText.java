package org.planpulse.jobs.cli;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;

/** An {@link Explanation} as an indented text. */
final class ExplanationText {

  /** Sources shown of one input; an area may rest on many files, a mean on many cells. */
  private static final int SOURCES_SHOWN = 12;

  private final Console console;
  private final Schemas schemas;
  private final Wording wording;

  ExplanationText(Console console, Schemas schemas) {
    this.console = console;
    this.schemas = schemas;
    this.wording = Wording.of(console.language());
  }

  void print(Indicator indicator, String region, int year, Explanation explanation) {
    Language language = console.language();
    console.print(
        indicator.code() + "  " + indicator.name().in(language) + "  " + region + "  " + year);
    String value =
        NumberText.of(explanation.value(), indicator.decimals()) + " " + symbol(explanation.unit());
    line("值", "value", value + "  (" + explanation.status() + ")");
    if (explanation.target() != null) {
      line("目标", "target", exact(explanation.target()) + " " + symbol(explanation.unit()));
    }
    line("灯色", "level", light(explanation.level()) + reason(indicator, explanation));
    line("知悉", "known from", explanation.knownFrom().toString());
    line("标准", "standard", indicator.standardId());
    line("定义", "definition", indicator.definition().in(language));
    if (indicator.reading() != null) {
      line("口径", "reading", indicator.reading().in(language));
    }
    if (!indicator.computed()) {
      line("未计算", "not computed", indicator.notComputable().in(language));
      return;
    }
    line("公式", "formula", indicator.formula().strip());
    console.print(console.word("输入", "inputs"));
    explanation.inputs().forEach(this::print);
  }

  private void print(Explanation.InputValue input) {
    String value = exact(input.value()) + " " + symbol(input.unit());
    String year = input.year() == null ? "" : "  " + input.year();
    String rows = input.rows() == null ? "" : "  " + input.rows() + console.word(" 行", " rows");
    console.print("  " + input.name() + " = " + value + year + "  (" + input.status() + ")");
    console.print("    " + input.table() + rows);
    input.sources().stream().limit(SOURCES_SHOWN).forEach(this::print);
    int more = input.sources().size() - SOURCES_SHOWN;
    if (more > 0) {
      console.print("    " + console.word("另有 " + more + " 处", "and " + more + " more"));
    }
  }

  private void print(Explanation.Source source) {
    List<String> place = source.place();
    String received =
        source.receivedOn() == null
            ? ""
            : console.word("，收到于 ", ", received ") + source.receivedOn();
    console.print(
        "    <- "
            + source.file()
            + (place.isEmpty() ? "" : "  " + String.join(" ", place))
            + received);
  }

  private void line(String zh, String en, String text) {
    console.print("  " + console.word(zh, en) + ": " + text);
  }

  private static String reason(Indicator indicator, Explanation explanation) {
    boolean told = indicator.computed() && !explanation.reason().isEmpty();
    return told ? "  " + explanation.reason() : "";
  }

  private String symbol(String unit) {
    return unit == null
        ? ""
        : schemas
            .units()
            .find(unit)
            .map(known -> known.symbol().in(console.language()))
            .orElse(unit);
  }

  private String light(String level) {
    Light light = Light.of(Level.valueOf(level.toUpperCase(Locale.ROOT)), wording);
    return light.symbol() + " " + light.word();
  }

  /** A number with the decimals it has. */
  private static String exact(Double value) {
    return value == null
        ? NumberText.MISSING
        : new DecimalFormat("#,##0.########", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(value);
  }
}
