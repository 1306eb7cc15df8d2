package org.planpulse.jobs.mail;

import java.time.Duration;

/** Waits between two tries. */
@FunctionalInterface
public interface Pause {

  void await(Duration time) throws InterruptedException;
}
