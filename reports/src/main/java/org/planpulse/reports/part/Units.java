package org.planpulse.reports.part;

/** Units behind a number. */
final class Units {
  private Units() {}

  /** A unit that starts with a digit, e.g. "10,000 mu", is multiplied. */
  static String behind(String unit) {
    boolean scaled = !unit.isEmpty() && Character.isDigit(unit.charAt(0));
    return scaled ? "× " + unit : unit;
  }
}
