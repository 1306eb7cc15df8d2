package org.planpulse.reports;

import org.planpulse.schemas.LocalText;

/** A report that would leave something blank, and why; none is written. */
public final class UnwritableReportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient LocalText reason;

  public UnwritableReportException(LocalText reason) {
    super(reason.en());
    this.reason = reason;
  }

  public LocalText reason() {
    return reason;
  }
}
