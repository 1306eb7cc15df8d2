package org.planpulse.jobs.explain;

import java.math.BigDecimal;
import java.util.List;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.indicator.Indicator;

/**
 * Why a figure differs from that of another year, or from what it was known to be on another day.
 *
 * @param difference of both values as they are shown; null when one of them is missing
 * @param exact difference before rounding; null when one of them is missing
 * @param moves of the inputs that changed
 * @param parts whose printed sizes add up to {@code difference}; empty when a value is missing
 */
public record Change(
    Indicator indicator,
    Figure before,
    Figure after,
    BigDecimal difference,
    BigDecimal exact,
    List<Move> moves,
    List<Part> parts) {

  /**
   * An input that changed.
   *
   * @param name in the words of contracts and code lists
   * @param before null when it was not there
   * @param after null when it is not there
   */
  public record Move(
      String input,
      LocalText name,
      Figure.Input before,
      List<Source> sourcesBefore,
      Figure.Input after,
      List<Source> sourcesAfter) {}

  /**
   * What a change of an input, for one cause, made of the difference.
   *
   * @param input name in the formula; empty for a change of method and for inputs together
   * @param printed with the decimals the indicator is shown with
   */
  public record Part(String input, Cause cause, BigDecimal exact, BigDecimal printed) {}

  /**
   * Why an input changed.
   *
   * @param id {@code real}, {@code correction}, {@code boundary} or another of {@code
   *     codelists/change_causes.yaml}, or one of the constants of {@link Causes}
   */
  public record Cause(String id, LocalText name) {}
}
