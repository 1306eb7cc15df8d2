package org.planpulse.jobs.run;

import java.io.PrintStream;
import org.planpulse.schemas.Language;

/** One line per job, when it is over: for logs and files. */
public final class PlainProgress implements Progress {

  private final PrintStream out;
  private final ProgressText text;

  public PlainProgress(PrintStream out, Language language) {
    this.out = out;
    this.text = new ProgressText(language);
  }

  @Override
  public void started(int number, int total, JobDescription job) {
    // The line is printed when the outcome is known.
  }

  @Override
  public void finished(int number, int total, JobOutcome outcome) {
    out.println(text.finished(number, total, outcome));
  }
}
