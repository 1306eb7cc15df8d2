package org.planpulse.jobs.publish;

import org.planpulse.jobs.run.OperatorError;
import org.planpulse.reports.UnwritableFileException;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.pdf.MissingGlyphException;

/** Why a report was not written, as said to the operator. */
final class ReportFault {

  private ReportFault() {}

  /**
   * @param name of what the report is about
   * @param fault in the data, which the operator can mend, or in the program
   */
  static OperatorError of(String name, RuntimeException fault) {
    if (fault instanceof UnwritableReportException blank) {
      return failure(name, blank.reason().zh(), blank.reason().en(), fault);
    }
    if (fault instanceof MissingGlyphException glyph) {
      String character = new String(Character.toChars(glyph.codePoint()));
      return failure(
          name,
          "字体没有“" + character + "”字，见“" + glyph.text() + "”。请在资料中更换此字。",
          "the font has no character "
              + character
              + ", in: "
              + glyph.text()
              + ". Replace it in the data.",
          fault);
    }
    if (fault.getCause() instanceof UnwritableFileException file) {
      String reason = file.getMessage();
      return failure(
          name,
          "无法写文件（" + reason + "）。请关闭打开的文件，检查权限与磁盘空间。",
          "a file cannot be written ("
              + reason
              + "). Close files that are open, and see to permissions and space.",
          fault);
    }
    String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    return failure(name, "程序出错：" + message + "。", "the program failed: " + message + ".", fault);
  }

  private static OperatorError failure(String name, String zh, String en, RuntimeException fault) {
    return new OperatorError(
        "“" + name + "”的报告没有写出：" + zh, "The report on " + name + " was not written: " + en, fault);
  }
}
