package org.planpulse.reports.drawing;

/**
 * The distance between two grid lines: 1, 2 or 5 times a power of ten.
 *
 * @param decimals digits after the point that the labels of the lines need
 */
record RoundStep(double size, int decimals) {

  /** The smallest round step that is not below the wanted one, which is positive. */
  static RoundStep of(double wanted) {
    int power = (int) Math.floor(Math.log10(wanted));
    double unit = Math.pow(10, power);
    double ratio = wanted / unit;
    double factor = ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10;
    int decimals = Math.max(0, factor == 10 ? -power - 1 : -power);
    return new RoundStep(factor * unit, decimals);
  }
}
