package org.planpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.bench.UpdateBench;
import org.planpulse.jobs.bench.UpdateBench.Outcome;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.schemas.LocalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures what a few changed parcels cost beside a full run. */
@Command(name = "update")
final class BenchUpdateCommand implements Callable<Integer> {

  private static final Settings.Spark SPARK = new Settings.Spark("local[*]", 4);

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--parcels", paramLabel = "N", descriptionKey = "parcels")
  private int parcels = 300_000;

  @Option(names = "--to", paramLabel = "DIR", required = true, descriptionKey = "to")
  private Path folder;

  BenchUpdateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Count.requirePositive(spec, console, "--parcels", List.of(parcels));
    Path data = Files.createDirectories(folder.toAbsolutePath());
    try (UpdateBench bench = new UpdateBench(data, parcels, SPARK)) {
      bench.load();
      console.print(
          console.word(
              "                        图斑      重新叠加        秒",
              "                     parcels      overlaid         s"));
      print(new LocalText("全部", "in full"), bench.inFull());
      Outcome update = bench.change();
      List<Row> updated = bench.sums();
      print(new LocalText("百分之一有变", "1 % changed"), update);
      Outcome full = bench.inFull();
      print(new LocalText("全部（再次）", "in full again"), full);
      boolean equal = updated.equals(bench.sums());
      console.print(
          String.format(
              Locale.ROOT,
              console.word(
                  "更新用时为全部的 %.1f %%；结果%s", "The update took %.1f %% of a full run; sums %s"),
              100 * update.seconds() / full.seconds(),
              equal
                  ? console.word("逐位相同", "equal, digit by digit")
                  : console.word("不同", "differ")));
      return equal ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private void print(LocalText what, Outcome outcome) {
    console.print(
        String.format(
            Locale.ROOT,
            "%-16s %,12d  %,12d  %8.1f",
            what.in(console.language()),
            outcome.parcels(),
            outcome.overlaid(),
            outcome.seconds()));
  }
}
