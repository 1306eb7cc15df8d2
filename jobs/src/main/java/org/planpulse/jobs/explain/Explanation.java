package org.planpulse.jobs.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.indicator.Indicator;

/**
 * The whole tree behind a figure: the formula with its numbers, the inputs, and the places in files
 * they rest on.
 *
 * @param formula with numbers for the names of inputs; empty when the indicator is not computed
 * @param inputs in the order of the figure's; of the formula's inputs those that were delivered
 * @param checks that the figure and its files went through
 */
public record Explanation(
    Indicator indicator,
    Figure figure,
    String formula,
    List<Input> inputs,
    List<Check> checks,
    Program program) {

  /**
   * An input and where it comes from.
   *
   * @param name in the words of contracts and code lists
   */
  public record Input(Figure.Input value, LocalText name, List<Source> sources) {}

  /**
   * Something that was verified.
   *
   * @param numbers that fill the placeholders of the wording, see {@link Check.Kind}
   */
  public record Check(Kind kind, boolean passed, Map<String, String> numbers) {

    /** What can be verified of a figure. */
    public enum Kind {
      /** The formula, evaluated again, gives the stored value. */
      FORMULA,
      /** Rows in are rows loaded plus rows quarantined, in every file. */
      ROWS,
      /** No file has an issue of severity error. */
      ISSUES,
      /** The land of all classes adds up to the parcels. */
      BOOKS
    }
  }

  /**
   * What computed the figure.
   *
   * @param version hash of the program, the schema files and the settings; empty when the run's
   *     record is gone
   */
  public record Program(String runId, Optional<String> version) {}
}
