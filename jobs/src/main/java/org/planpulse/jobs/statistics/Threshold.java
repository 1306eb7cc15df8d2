package org.planpulse.jobs.statistics;

/**
 * The value at which a target is just met.
 *
 * @param value in the unit of the series
 * @param atLeast true when greater values meet the target, false when smaller ones do
 */
public record Threshold(double value, boolean atLeast) {

  public boolean metBy(double other) {
    return atLeast ? other >= value : other <= value;
  }

  /** A value moved by a positive amount to the side that breaks the target. */
  double worse(double other, double by) {
    return atLeast ? other - by : other + by;
  }
}
