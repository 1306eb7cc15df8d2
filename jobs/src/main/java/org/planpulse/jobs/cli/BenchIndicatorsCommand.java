package org.planpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.planpulse.jobs.bench.IndicatorBench;
import org.planpulse.jobs.bench.IndicatorBench.Outcome;
import org.planpulse.jobs.workspace.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the indicators of more and more units. */
@Command(name = "indicators")
final class BenchIndicatorsCommand implements Callable<Integer> {

  private static final Settings.Spark SPARK = new Settings.Spark("local[*]", 4);
  private static final int WARM_UP = 20;

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--units", paramLabel = "N", split = ",", descriptionKey = "units")
  private List<Integer> sizes = List.of(20, 200, 2_000);

  @Option(names = "--to", paramLabel = "DIR", required = true, descriptionKey = "to")
  private Path folder;

  BenchIndicatorsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Count.requirePositive(spec, console, "--units", sizes);
    Path data = Files.createDirectories(folder.toAbsolutePath());
    try (IndicatorBench bench = new IndicatorBench(data, SPARK)) {
      bench.of(WARM_UP);
      console.print(console.word("    单元        指标值        秒", "   units        values         s"));
      for (int units : sizes) {
        Outcome outcome = bench.of(units);
        console.print(
            String.format(
                Locale.ROOT, "%,8d  %,12d  %8.1f", units, outcome.values(), outcome.seconds()));
      }
    }
    return ExitCode.DONE;
  }
}
