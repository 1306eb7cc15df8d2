package org.planpulse.reports;

import java.util.Locale;

/** The formats a report is written in. */
public enum Format {
  /** To read and to keep: same look everywhere. */
  PDF,
  /** Every table on a sheet of its own, with numbers to compute on. */
  XLSX,
  /** To edit. */
  DOCX,
  /** One page for a browser, with all pictures in it. */
  HTML;

  /** Also the ending of the file's name. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
