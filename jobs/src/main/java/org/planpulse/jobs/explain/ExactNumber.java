package org.planpulse.jobs.explain;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.planpulse.reports.wording.NumberText;

/** A number with the decimals it has. */
public final class ExactNumber {

  private ExactNumber() {}

  public static String of(Double value) {
    if (value == null) {
      return NumberText.MISSING;
    }
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    symbols.setMinusSign('−');
    return new DecimalFormat("#,##0.########", symbols).format(value);
  }
}
