package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planpulse.jobs.bench.OverlayWorker;
import org.planpulse.jobs.workspace.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One contender of {@code bench spatial}, in a process of its own. */
@Command(name = "overlay", hidden = true)
final class BenchOverlayCommand implements Callable<Integer> {

  private static final Settings.Spark SPARK = new Settings.Spark("local[*]", 4);

  @Mixin private CommonOptions common;

  @Parameters(index = "0", descriptionKey = "worker")
  private OverlayWorker worker;

  @Parameters(index = "1", descriptionKey = "data")
  private Path data;

  @Parameters(index = "2", descriptionKey = "result")
  private Path result;

  @Override
  public Integer call() throws Exception {
    worker.run(data, result, SPARK);
    return ExitCode.DONE;
  }
}
