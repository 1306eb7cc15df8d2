package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.util.List;
import org.planpulse.jobs.query.DisplayWidth;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/**
 * A {@link Change} as a text: both values, the parts of the difference, the inputs that changed.
 */
public final class ChangeText {

  private static final String INDENT = "  ";

  private final Change change;
  private final UnitTable units;
  private final Language language;
  private final WrappedText text;

  private ChangeText(Change change, UnitTable units, Language language, int width) {
    this.change = change;
    this.units = units;
    this.language = language;
    this.text = new WrappedText(width);
  }

  /**
   * The lines of a change.
   *
   * @param width that only single words, such as long file names, exceed
   */
  public static List<String> lines(Change change, UnitTable units, Language language, int width) {
    ChangeText text = new ChangeText(change, units, language, width);
    text.values();
    text.parts();
    text.moves();
    return text.text.lines();
  }

  private void values() {
    Indicator indicator = change.indicator();
    text.add(
        "",
        INDENT,
        indicator.code() + "  " + indicator.name().in(language) + "  " + change.after().region());
    value(change.before());
    value(change.after());
  }

  private void value(Figure figure) {
    text.add(
        INDENT,
        INDENT + INDENT,
        figure.year()
            + "  "
            + NumberText.of(figure.value(), change.indicator().decimals())
            + " "
            + UnitNames.symbol(units, figure.unit(), language)
            + word("  知悉于 ", "  known from ")
            + figure.knownFrom());
  }

  private void parts() {
    if (change.difference() == null) {
      text.add(
          INDENT,
          INDENT,
          word("其中一值缺失，差额无从分解。", "One of the values is missing: there is no difference to split."));
      return;
    }
    text.add("", "", word("差额由来", "parts of the difference"));
    int width =
        change.parts().stream()
            .map(part -> DisplayWidth.of(signed(part.printed())))
            .reduce(DisplayWidth.of(signed(change.difference())), Math::max);
    for (Change.Part part : change.parts()) {
      String input = part.input().isEmpty() ? "" : "  " + name(part.input());
      line(width, part.printed(), part.cause().name().in(language) + input);
    }
    line(width, change.difference(), word("合计", "together"));
    text.add(
        INDENT,
        INDENT,
        word("取舍前 ", "before rounding ")
            + ExactNumber.of(change.exact().doubleValue())
            + word(
                "；各部分按最大余数取舍，合计等于所示两值之差。",
                "; parts are rounded by largest remainders, so that they add up to the difference"
                    + " of the values shown."));
  }

  private void line(int width, BigDecimal size, String words) {
    String number = signed(size);
    String pad = " ".repeat(width - DisplayWidth.of(number));
    text.add(INDENT + pad + number + "  ", " ".repeat(width + 4), words);
  }

  private void moves() {
    if (!change.moves().isEmpty()) {
      text.add("", "", word("变化的输入", "inputs that changed"));
      change.moves().forEach(this::move);
    }
  }

  private void move(Change.Move move) {
    text.add(INDENT, INDENT + INDENT, move.input() + "  " + move.name().in(language));
    side(word("前", "before"), move.before(), move.sourcesBefore());
    side(word("后", "after"), move.after(), move.sourcesAfter());
  }

  private void side(String when, Figure.Input input, List<Source> sources) {
    String amount =
        input == null || input.value() == null
            ? NumberText.MISSING
            : ExactNumber.of(input.value())
                + " "
                + UnitNames.symbol(units, input.unit(), language)
                + (input.year() == null ? "" : "  " + input.year());
    text.add("    ", "      ", when + " " + amount);
    for (Source source : sources) {
      text.add(
          "      <- ", "         ", source.file().path() + "  " + String.join(" ", source.place()));
    }
  }

  private String name(String input) {
    return change.moves().stream()
        .filter(move -> move.input().equals(input))
        .findFirst()
        .orElseThrow()
        .name()
        .in(language);
  }

  private String signed(BigDecimal size) {
    return NumberText.signed(size.doubleValue(), change.indicator().decimals());
  }

  private String word(String zh, String en) {
    return new LocalText(zh, en).in(language);
  }
}
