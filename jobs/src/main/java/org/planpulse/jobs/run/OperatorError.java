package org.planpulse.jobs.run;

import org.planpulse.schemas.Language;

/**
 * Something the operator must mend (not the data's supplier): what failed, why, and what to do, in
 * one sentence each. The command line prints it without a stack trace.
 */
public final class OperatorError extends RuntimeException {

  /** The English text is the exception's message. Plain text, as Spark serializes exceptions. */
  private final String zh;

  public OperatorError(String zh, String en) {
    this(zh, en, null);
  }

  public OperatorError(String zh, String en, Throwable cause) {
    super(en, cause);
    this.zh = zh;
  }

  public String message(Language language) {
    return language == Language.ZH ? zh : getMessage();
  }
}
