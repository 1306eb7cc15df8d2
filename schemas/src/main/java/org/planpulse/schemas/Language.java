package org.planpulse.schemas;

import java.util.Locale;

/** The two languages every name, message and report exists in. */
public enum Language {
  ZH(Locale.SIMPLIFIED_CHINESE),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** Two-letter lower-case code, as used on the command line and in file names. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Language of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
