package org.planpulse.jobs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.planpulse.reports.pdf.PdfReport;

/** How long PDF reports take inside one process, from the tables to the files. */
public final class ReportBench {

  private static final int WARM_UP = 2;

  /**
   * @param seconds of the median for one report, of all together for many
   * @param peakBytes of the heap, with what was not yet collected
   */
  public record Outcome(int reports, int pages, double seconds, long peakBytes) {

    public double pagesPerSecond() {
      return pages / seconds;
    }
  }

  private record Round(List<Path> files, double seconds) {}

  /** The same files over and over, after as many times as make the process warm. */
  public Outcome median(Supplier<List<Path>> writing, int times) {
    rounds(writing, WARM_UP);
    forgetPeak();
    List<Round> rounds = rounds(writing, times);
    return new Outcome(
        rounds.get(0).files().size(), pages(rounds.get(0)), Median.of(seconds(rounds)), peak());
  }

  /**
   * At least so many files, the same again where there are fewer.
   *
   * @param writing at least one file
   */
  public Outcome together(Supplier<List<Path>> writing, int atLeast) {
    int inOneGo = rounds(writing, 1).get(0).files().size();
    forgetPeak();
    List<Round> rounds = rounds(writing, (atLeast + inOneGo - 1) / inOneGo);
    return new Outcome(
        rounds.size() * inOneGo,
        rounds.size() * pages(rounds.get(0)),
        DoubleStream.of(seconds(rounds)).sum(),
        peak());
  }

  private static List<Round> rounds(Supplier<List<Path>> writing, int times) {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      List<Path> files = writing.get();
      rounds.add(new Round(files, (System.nanoTime() - start) / 1e9));
    }
    return rounds;
  }

  private static double[] seconds(List<Round> rounds) {
    return rounds.stream().mapToDouble(Round::seconds).toArray();
  }

  private static int pages(Round round) {
    return round.files().stream().mapToInt(PdfReport::pagesOf).sum();
  }

  private static void forgetPeak() {
    System.gc();
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static long peak() {
    return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
