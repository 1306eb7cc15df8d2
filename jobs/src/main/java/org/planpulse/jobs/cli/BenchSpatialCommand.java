package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planpulse.jobs.bench.MeasuredProcess;
import org.planpulse.jobs.bench.SpatialBench;
import org.planpulse.jobs.bench.SpatialBench.Outcome;
import org.planpulse.jobs.run.OperatorError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures overlays beside PostGIS, GeoPandas and a plain loop. */
@Command(name = "spatial")
final class BenchSpatialCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1 << 20;

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--parcels", paramLabel = "N[,N...]", split = ",", descriptionKey = "parcels")
  private List<Integer> parcels = List.of(30_000, 300_000);

  @Option(
      names = "--against",
      paramLabel = "jts|postgis|geopandas",
      split = ",",
      descriptionKey = "against")
  private List<String> against = SpatialBench.opponents();

  @Option(names = "--to", paramLabel = "DIR", required = true, descriptionKey = "to")
  private Path folder;

  @Option(names = "--scripts", paramLabel = "DIR", descriptionKey = "scripts")
  private Path scripts;

  BenchSpatialCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Count.requirePositive(spec, console, "--parcels", parcels);
    if (!SpatialBench.opponents().containsAll(against)) {
      String known = String.join(", ", SpatialBench.opponents());
      throw new OperatorError(
          "--against 只能取 " + known + "。", "--against takes " + known + " only.");
    }
    SpatialBench bench = new SpatialBench(folder.toAbsolutePath(), scripts());
    console.print(
        console.word(
            "     图斑  方法                        秒     内存 MiB    闭合差 m2    最大差异",
            "  parcels  by                         s       MiB      closure m2  largest difference"));
    for (int size : parcels) {
      bench.run(size, against, this::print);
    }
    return ExitCode.DONE;
  }

  /** Beside the program: the jar lies two folders below the scripts' neighbour. */
  private Path scripts() {
    Path jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
    return scripts == null ? jar.resolve("../../../bench").normalize() : scripts;
  }

  private void print(Outcome outcome) {
    String name = outcome.name().in(console.language());
    if (outcome.process().isEmpty()) {
      console.print(
          "%9d  %-22s %s"
              .formatted(
                  outcome.parcels(), name, console.word("未安装，略过", "not installed, skipped")));
      return;
    }
    MeasuredProcess process = outcome.process().get();
    console.print(
        String.format(
            Locale.ROOT,
            "%9d  %-22s %7.1f  %8.0f  %12.2f  %.1e",
            outcome.parcels(),
            name,
            process.seconds(),
            process.peakBytes() / MEBIBYTE,
            outcome.closureM2(),
            outcome.difference()));
  }
}
