package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How a process went. Memory and processor time are what the system tells until it ends.
 *
 * @param cpuSeconds of all its threads
 * @param peakBytes resident; 0 where the system does not tell
 */
record MeasuredProcess(double seconds, double cpuSeconds, long peakBytes, boolean succeeded) {

  private static final long LOOK_EVERY_MILLIS = 100;

  /**
   * @param log receives all it prints
   */
  static MeasuredProcess run(Path log, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    do {
      peak = Math.max(peak, peakBytes(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
    } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - start) / 1e9;
    return new MeasuredProcess(seconds, cpu.toMillis() / 1e3, peak, process.exitValue() == 0);
  }

  private static long peakBytes(long process) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
