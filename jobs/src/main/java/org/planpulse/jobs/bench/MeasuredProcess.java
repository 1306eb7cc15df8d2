package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How a process and all it started went.
 *
 * @param cpuSeconds of all its threads, without those of processes it started
 * @param peakBytes of memory, shared pages counted once; 0 where the system does not tell
 */
public record MeasuredProcess(double seconds, double cpuSeconds, long peakBytes, int exitValue) {

  private static final long LOOK_EVERY_MILLIS = 200;

  /**
   * @param log receives all it prints
   */
  public static MeasuredProcess run(Path log, List<String> command)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long peak = 0;
    Duration cpu = Duration.ZERO;
    try {
      do {
        cpu = process.info().totalCpuDuration().orElse(cpu);
        peak = Math.max(peak, bytes(process.toHandle()));
      } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
    } finally {
      // Ended already, unless this thread was interrupted; a root that ends first loses its own.
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new MeasuredProcess(seconds, cpu.toMillis() / 1e3, peak, process.exitValue());
  }

  public boolean succeeded() {
    return exitValue == 0;
  }

  private static long bytes(ProcessHandle root) {
    return Stream.concat(Stream.of(root), root.descendants())
        .flatMapToLong(process -> proportionalBytes(process.pid()))
        .sum();
  }

  /** Memory of one process, with its share of pages that others map too. */
  private static LongStream proportionalBytes(long process) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process), "smaps_rollup")).stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")));
    } catch (IOException endedOrNotTold) {
      return LongStream.empty();
    }
  }
}
