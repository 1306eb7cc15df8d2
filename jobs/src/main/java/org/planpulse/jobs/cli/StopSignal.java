package org.planpulse.jobs.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ctrl-C or a signal to end, told to a command that then ends by itself. The process is held up
 * until it has, and so is Spark: its own hook stops the session under whatever is at work, but it
 * is one of Hadoop's, which run one after the other.
 */
final class StopSignal {

  /** Spark's hook has 40, those of file systems 10; the highest runs first. */
  private static final int BEFORE_SPARK = 100;

  private static final long LONGEST_COMMAND_DAYS = 7;

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);

  private StopSignal() {}

  /**
   * Listens from now on.
   *
   * @param told is run when the signal comes
   */
  static StopSignal listen(Runnable told) {
    StopSignal signal = new StopSignal();
    ShutdownHookManager.get()
        .addShutdownHook(
            () -> signal.come(told), BEFORE_SPARK, LONGEST_COMMAND_DAYS, TimeUnit.DAYS);
    return signal;
  }

  /** At zero when the signal has come. */
  CountDownLatch asked() {
    return asked;
  }

  /** Lets the process end. */
  void stopped() {
    stopped.countDown();
  }

  private void come(Runnable told) {
    if (stopped.getCount() == 0) {
      return; // it ended by itself
    }
    told.run();
    asked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
