package org.planpulse.jobs.issued;

import java.nio.file.Files;
import java.nio.file.Path;
import org.planpulse.jobs.run.OperatorError;

/**
 * A report that may be issued.
 *
 * @param file in {@code reports/}
 */
public record Draft(Path file, ReportName name, String sha256) {

  /**
   * @throws OperatorError when there is no such file, or it is not named like a report
   */
  public static Draft of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new OperatorError(
          "没有文件 " + file + "，未签发。请先用 planpulse run 或 planpulse report 生成。",
          "There is no file "
              + file
              + ", so nothing was issued. planpulse run or report writes it.");
    }
    ReportName name = ReportName.of(file).orElseThrow(() -> noReport(file));
    return new Draft(file, name, FileDigest.sha256(file));
  }

  /** Whether an issue holds a report of this name with these bytes. */
  boolean isIn(Manifest issue) {
    return issue.file(name.file()).filter(issued -> issued.sha256().equals(sha256)).isPresent();
  }

  private static OperatorError noReport(Path file) {
    return new OperatorError(
        file + " 不是报告，未签发。报告的文件名形如 annual-2025.pdf。",
        file + " is no report and was not issued. Reports are named like annual-2025.pdf.");
  }
}
