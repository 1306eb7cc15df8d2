package org.planpulse.jobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.planpulse.jobs.bench.ReportBench;
import org.planpulse.jobs.bench.ReportBench.Outcome;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.publish.Reports;
import org.planpulse.jobs.publish.Written;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.reports.Format;
import org.planpulse.schemas.report.ReportType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures reports inside one process: one of the city again and again, and many of its units. */
@Command(name = "report")
final class BenchReportCommand implements Callable<Integer> {

  private static final double BYTES_PER_MB = 1 << 20;

  private final Console console;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common;

  @Option(names = "--times", paramLabel = "N", descriptionKey = "times", defaultValue = "7")
  private int times;

  @Option(names = "--reports", paramLabel = "N", descriptionKey = "reports", defaultValue = "100")
  private int reports;

  BenchReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    Count.requirePositive(spec, console, "--times", List.of(times));
    Count.requirePositive(spec, console, "--reports", List.of(reports));
    Project project = Project.open(common.workspace());
    Path scratch = Files.createTempDirectory("bench-report");
    Workspace aside = project.workspace().withReports(scratch);
    try (DeltaWarehouse tables = new DeltaWarehouse(aside, project.schemas())) {
      RunContext run =
          new RunContext(
              aside, project.schemas(), tables, "", RunDateOption.today(), Optional.empty());
      ReportBench bench = new ReportBench();
      console.print(
          console.word(
              "报告        份数    页数      秒    页/秒  堆峰值（MB）",
              "report   reports   pages       s  pages/s  peak heap (MB)"));
      print("annual", bench.median(writing(run, "annual"), times));
      print("unit", bench.together(writing(run, "unit"), reports));
      console.tell(
          "堆上限：%.0f MB", "Heap limit: %.0f MB", Runtime.getRuntime().maxMemory() / BYTES_PER_MB);
    } finally {
      Folders.delete(scratch);
    }
    return ExitCode.DONE;
  }

  private Supplier<List<Path>> writing(RunContext run, String type) {
    ReportType declared = run.schemas().reportTypes().get(type);
    return () -> {
      Written written =
          new Reports(run).write(declared, Format.PDF, Edition.present(console.language()));
      written.failures().stream()
          .findFirst()
          .ifPresent(
              failure -> {
                throw failure;
              });
      if (written.files().isEmpty()) {
        throw new OperatorError(
            "工作区中没有可写的“" + declared.name().zh() + "”。请先运行 planpulse run。",
            "The workspace has nothing for a "
                + declared.name().en()
                + ". Run planpulse run first.");
      }
      return written.files();
    };
  }

  private void print(String name, Outcome outcome) {
    console.print(
        String.format(
            Locale.ROOT,
            "%-8s %7d %7d %7.2f %8.1f %15.0f",
            name,
            outcome.reports(),
            outcome.pages(),
            outcome.seconds(),
            outcome.pagesPerSecond(),
            outcome.peakBytes() / BYTES_PER_MB));
  }
}
