package org.planpulse.jobs.schedule;

import java.util.List;

/** Runs a command of this program and returns its exit code. */
@FunctionalInterface
public interface CommandRunner {

  int run(List<String> command);
}
