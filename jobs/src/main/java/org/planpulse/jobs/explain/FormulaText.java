package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Pattern;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.indicator.Indicator;

/** A formula as readers write it, with numbers for the names of its inputs. */
public final class FormulaText {

  private static final Pattern NAME = Pattern.compile("\\b[A-Za-z_]\\w*");

  /** Binds less than the factor of a unit. */
  private static final Pattern SUM = Pattern.compile(" [-+−] ");

  private static final MathContext SHOWN = new MathContext(12);

  private FormulaText() {}

  /** The formula of an indicator with the inputs of a figure; a dash for one that is missing. */
  public static String of(Indicator indicator, Figure figure) {
    Map<String, Double> values = figure.values();
    return NAME.matcher(written(indicator))
        .replaceAll(
            match ->
                indicator.inputs().containsKey(match.group())
                    ? number(values.get(match.group()))
                    : match.group());
  }

  /**
   * The same with the way from SI units, in which formulas count, to the unit of the value: so that
   * what is printed beside the value equals it.
   */
  public static String inUnit(Indicator indicator, Figure figure, Unit unit) {
    String formula = of(indicator, figure);
    String way = unit.wayFromSi();
    return way.isEmpty() || !SUM.matcher(formula).find()
        ? formula + way
        : "(" + formula + ")" + way;
  }

  private static String written(Indicator indicator) {
    String formula = indicator.formula().strip().replaceAll("\\s+", " ");
    return Quotients.of(formula).replace(" * ", " × ").replace(" / ", " ÷ ");
  }

  /** To twelve digits, without grouping, so that it can be typed into a calculator. */
  private static String number(Double value) {
    if (value == null) {
      return NumberText.MISSING;
    }
    BigDecimal shown = new BigDecimal(value, SHOWN).stripTrailingZeros();
    return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
  }
}
