package org.planpulse.jobs.publish;

import java.util.function.Supplier;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.pdf.MissingGlyphException;

/** Says to the operator why a report could not be written. */
final class WrittenReport {

  private WrittenReport() {}

  /**
   * What the writing gives.
   *
   * @throws OperatorError when the data do not fit the report, or the font lacks a character
   */
  static <T> T of(Supplier<T> writing) {
    try {
      return writing.get();
    } catch (UnwritableReportException e) {
      throw new OperatorError(
          "报告没有写出：" + e.reason().zh(), "The report was not written: " + e.reason().en(), e);
    } catch (MissingGlyphException e) {
      String character = new String(Character.toChars(e.codePoint()));
      throw new OperatorError(
          "报告没有写出：字体没有“" + character + "”字，见“" + e.text() + "”。请在资料中更换此字。",
          "The report was not written: the font has no character "
              + character
              + ", in: "
              + e.text()
              + ". Replace it in the data.",
          e);
    }
  }
}
