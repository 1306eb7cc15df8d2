package org.planpulse.jobs.statistics;

import java.util.Locale;

/** Light of a target, from best to worst; {@code INFO} is not judged. */
public enum WarningLevel {
  GREEN,
  BLUE,
  YELLOW,
  ORANGE,
  RED,
  INFO;

  /** As written in tables and in the warning rules, e.g. {@code green}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Neither level is {@code INFO}. */
  boolean isWorseThan(WarningLevel other) {
    return compareTo(other) > 0;
  }

  /** One level worse; red and info stay. */
  WarningLevel raised() {
    return this == RED || this == INFO ? this : values()[ordinal() + 1];
  }
}
