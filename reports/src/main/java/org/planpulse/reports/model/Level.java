package org.planpulse.reports.model;

/** Light of an indicator, from best to worst; {@code INFO} is not judged. */
public enum Level {
  GREEN,
  BLUE,
  YELLOW,
  ORANGE,
  RED,
  INFO
}
