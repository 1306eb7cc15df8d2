package org.planpulse.jobs.run;

import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

/** One sentence about what made a job fail. */
final class FailureText {

  private FailureText() {}

  /** The operator's message if there is one among the causes; else the root cause's first line. */
  static LocalText of(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OperatorError error) {
        return new LocalText(error.message(Language.ZH), error.message(Language.EN));
      }
      root = cause;
    }
    String detail = root.getClass().getSimpleName() + ": " + firstLine(root);
    return new LocalText("程序错误 " + detail, "Program error " + detail);
  }

  private static String firstLine(Throwable failure) {
    return failure.getMessage() == null
        ? ""
        : failure.getMessage().lines().findFirst().orElse("").strip();
  }
}
