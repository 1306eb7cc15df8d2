package org.planpulse.jobs.geometry;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Closing lines of a land-use transition matrix: what the overlay of two years leaves unexplained
 * of the stock of a class (slivers, gaps, roundings) becomes lines of its own, so that every row
 * and column adds up to its stock. Areas in whole units of 0.01 m².
 */
public final class TransitionClosing {

  /** Stands for the class that is missing on the other side of a closing line. */
  public static final String CLOSE = "CLOSE";

  /** From one class in the first year to one in the second. */
  public record Transition(String from, String to) {}

  private TransitionClosing() {}

  /**
   * @param pieces areas from the overlay
   * @param fromStock area of each class in the first year
   * @param toStock area of each class in the second year
   * @return the lines that differ from zero, rows then columns, by class code. A class without
   *     stock has stock zero
   */
  public static Map<Transition, Long> lines(
      Map<Transition, Long> pieces, Map<String, Long> fromStock, Map<String, Long> toStock) {
    Map<String, Long> rows = new TreeMap<>(fromStock);
    Map<String, Long> columns = new TreeMap<>(toStock);
    pieces.forEach(
        (transition, area) -> {
          rows.merge(transition.from(), -area, Math::addExact);
          columns.merge(transition.to(), -area, Math::addExact);
        });
    Map<Transition, Long> lines = new LinkedHashMap<>();
    rows.forEach((from, area) -> lines.put(new Transition(from, CLOSE), area));
    columns.forEach((to, area) -> lines.put(new Transition(CLOSE, to), area));
    lines.values().removeIf(area -> area == 0);
    return lines;
  }
}
