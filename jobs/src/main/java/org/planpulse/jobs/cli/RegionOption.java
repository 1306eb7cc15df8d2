package org.planpulse.jobs.cli;

import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Option;

/** The region asked about; the plan's city when none is named. */
final class RegionOption {

  @Option(names = "--region", paramLabel = "CODE", descriptionKey = "region")
  private String code;

  String code(Project project) {
    if (code == null) {
      return project.plan().city().code();
    }
    if (!code.matches("\\d{6}|\\d{9}|\\d{12}")) {
      throw new OperatorError(
          "“" + code + "”不是行政区代码，应为 6、9 或 12 位数字。",
          "'" + code + "' is no region code; it has 6, 9 or 12 digits.");
    }
    return code;
  }
}
