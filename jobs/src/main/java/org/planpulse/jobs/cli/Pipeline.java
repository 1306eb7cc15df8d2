package org.planpulse.jobs.cli;

import java.util.List;
import org.planpulse.jobs.run.Job;

/** Every job of a run; their order follows from the tables they name. */
final class Pipeline {

  private Pipeline() {}

  static List<Job> jobs() {
    return List.of();
  }
}
