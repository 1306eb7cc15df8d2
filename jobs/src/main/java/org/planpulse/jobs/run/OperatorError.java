package org.planpulse.jobs.run;

import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

/**
 * Something the operator must mend (not the data's supplier): what failed, why, and what to do, in
 * one sentence each. The command line prints it without a stack trace.
 */
public final class OperatorError extends RuntimeException {

  private final transient LocalText text;

  public OperatorError(String zh, String en) {
    super(en);
    this.text = new LocalText(zh, en);
  }

  public OperatorError(String zh, String en, Throwable cause) {
    super(en, cause);
    this.text = new LocalText(zh, en);
  }

  public String message(Language language) {
    return text.in(language);
  }
}
