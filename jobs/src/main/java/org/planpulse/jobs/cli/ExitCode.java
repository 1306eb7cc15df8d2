package org.planpulse.jobs.cli;

/** What a command returns to the shell. */
final class ExitCode {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;

  /** The data are not fit for a report; the issues say why. */
  static final int GATE_CLOSED = 3;

  private ExitCode() {}
}
