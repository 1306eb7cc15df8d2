package org.planpulse.jobs.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of an {@link OverlayWorker}. */
final class WorkerProcess {

  private WorkerProcess() {}

  /** This program again, with the flags it runs with. */
  static List<String> command(String engine, Path data, Path result) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-jar",
            System.getProperty("java.class.path"),
            "bench",
            "overlay",
            engine,
            data.toString(),
            result.toString()));
    return command;
  }
}
