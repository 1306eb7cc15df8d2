package org.planpulse.jobs.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.planpulse.schemas.Language;

/** A line that counts the seconds of the running job and becomes its outcome: for people. */
public final class TerminalProgress implements Progress {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final int REFRESH_MILLIS = 200;

  private final PrintStream out;
  private final ProgressText text;
  private ScheduledExecutorService ticker;

  public TerminalProgress(PrintStream out, Language language) {
    this.out = out;
    this.text = new ProgressText(language);
  }

  /** Progress on standard error, for a person or for a log, whichever reads it. */
  public static Progress onStandardError(Language language) {
    return isTerminal()
        ? new TerminalProgress(System.err, language)
        : new PlainProgress(System.err, language);
  }

  @Override
  public synchronized void started(int number, int total, JobDescription job) {
    long start = System.nanoTime();
    ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    ticker.scheduleAtFixedRate(
        () -> show(text.running(number, total, job, (System.nanoTime() - start) / 1e9)),
        0,
        REFRESH_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void finished(int number, int total, JobOutcome outcome) {
    ticker.shutdownNow();
    show(text.finished(number, total, outcome));
    out.println();
  }

  private synchronized void show(String line) {
    if (!Thread.currentThread().isInterrupted()) {
      out.print(CLEAR_LINE + line);
      out.flush();
    }
  }

  /**
   * Java 17 tells of input and output together only; where the system shows descriptors, ask it.
   */
  private static boolean isTerminal() {
    Path standardError = Path.of("/proc/self/fd/2");
    if (!Files.exists(standardError)) {
      return System.console() != null;
    }
    try {
      return standardError.toRealPath().startsWith("/dev/pts")
          || standardError.toRealPath().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
