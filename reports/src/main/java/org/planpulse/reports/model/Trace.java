package org.planpulse.reports.model;

import java.util.List;

/**
 * How a printed figure came about.
 *
 * @param code of the indicator
 * @param figure its name and value
 * @param formula with numbers for the names of inputs, without equals sign
 * @param inputs of the formula
 */
public record Trace(String code, String figure, String formula, List<Input> inputs) {

  /**
   * An input of a formula.
   *
   * @param amount with its unit
   * @param source file with sheet and cell or layer, and how much was loaded
   * @param known day on which it was handed over
   */
  public record Input(String name, String amount, String source, String known) {}
}
