package org.planpulse.jobs.conform;

/** What stands behind a value, or behind its absence. A missing value is never a zero. */
public enum ValueStatus {
  /** As printed. */
  OK,
  /** No value was printed: unknown or not collected; the value is null. */
  MISSING,
  /** Printed as a dash: there was none; the value is zero. */
  NONE,
  /** Printed as an ellipsis: less than half of the printed unit; the value is zero. */
  SMALL,
  /** Printed as below the detection limit of its method; the value is half of the limit. */
  BELOW_DL,
  /** Revised by a later count, as a footnote says. */
  REVISED,
  /** Sources received on one day differ; the value is the chosen one. */
  CONFLICT
}
