package org.planpulse.jobs.publish;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.pdf.MissingGlyphException;

/**
 * What came of a request for reports.
 *
 * @param files written
 * @param failures one a file that could not be written, naming what it is about
 */
public record Written(List<Path> files, List<OperatorError> failures) {

  /** Writes a file for each subject; one that fails does not stop the others. */
  static <T> Written each(Stream<T> subjects, Function<T, String> name, Function<T, Path> writing) {
    List<Path> files = new ArrayList<>();
    List<OperatorError> failures = new ArrayList<>();
    subjects.forEach(
        subject -> {
          try {
            files.add(writing.apply(subject));
          } catch (RuntimeException fault) {
            failures.add(failure(name.apply(subject), fault));
          }
        });
    return new Written(files, failures);
  }

  /** The only file asked for; its failure is the operator's to mend. */
  Written orFail() {
    failures.stream()
        .findFirst()
        .ifPresent(
            failure -> {
              throw failure;
            });
    return this;
  }

  private static OperatorError failure(String name, RuntimeException fault) {
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
    String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
    return failure(name, "程序出错：" + message + "。", "the program failed: " + message + ".", fault);
  }

  private static OperatorError failure(String name, String zh, String en, RuntimeException fault) {
    return new OperatorError(
        "“" + name + "”的报告没有写出：" + zh, "The report on " + name + " was not written: " + en, fault);
  }
}
