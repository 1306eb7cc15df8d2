package org.planpulse.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.samples.DemoCity;
import org.planpulse.samples.DemoOptions;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole pipeline on invented data, from files to reports. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

  /** After the last hand-over of the demo city. */
  private static final LocalDate DEMO_DAY = LocalDate.of(2026, 10, 31);

  /** The demo's layers name their own. */
  private static final String CRS = "EPSG:4490";

  private final Console console;

  @Mixin private CommonOptions common;

  @Option(names = "--parcels", paramLabel = "N", descriptionKey = "parcels")
  private int parcels = DemoOptions.DEFAULT.parcels();

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed")
  private long seed = DemoOptions.DEFAULT.seed();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    DemoOptions options = options();
    Path folder = common.workspaceOr(Path.of("demo"));
    boolean isNew = !WorkspaceFile.isWorkspace(folder);
    Workspace workspace = workspace(folder);
    Project project = Project.open(folder);
    PipelineRun pipeline = new PipelineRun(console, project, DEMO_DAY, Optional.empty());
    RunReport report;
    if (isNew) {
      report = pipeline.runFirst(() -> writeFiles(options, workspace));
    } else {
      writeFiles(options, workspace);
      report = pipeline.run();
    }
    if (!report.succeeded()) {
      if (common.verbose()) {
        report.failure().ifPresent(failure -> failure.printStackTrace(console.err()));
      }
      return ExitCode.FAILED;
    }
    Language reports = workspace.settings().language();
    if (console.language() != reports && common.asksFor(console.language())) {
      pipeline.writeReport(Edition.present(console.language()));
    }
    new IndicatorBoard(console, project).print();
    printReports(workspace);
    return ExitCode.DONE;
  }

  private void writeFiles(DemoOptions options, Workspace workspace) {
    console.tell("正在写入样例资料 …", "Writing the demo city's files ...");
    try {
      List<Path> files = DemoCity.of(options).writeTo(workspace.landing());
      console.tell("%s：%d 个文件", "%s: %d files", workspace.landing(), files.size());
    } catch (IOException e) {
      throw new OperatorError(
          "无法写入 " + workspace.landing() + "：" + e.getMessage() + "。",
          "Cannot write " + workspace.landing() + ": " + e.getMessage() + ".",
          e);
    }
  }

  private DemoOptions options() {
    try {
      return new DemoOptions(parcels, seed);
    } catch (IllegalArgumentException e) {
      throw new OperatorError(
          "--parcels " + parcels + " 过小：" + e.getMessage() + "。",
          "--parcels " + parcels + " is too small: " + e.getMessage() + ".",
          e);
    }
  }

  /** A new workspace, or the demo that is there; never one with real data. */
  private Workspace workspace(Path folder) {
    if (!WorkspaceFile.isWorkspace(folder)) {
      Plan plan = PlanChoice.of(null, Schemas.load(SchemaFiles.packaged()));
      return new NewWorkspace(plan.city().code(), plan.id(), CRS, Language.ZH, true).create(folder);
    }
    Workspace existing = WorkspaceFile.read(folder);
    if (!existing.settings().sampleData()) {
      throw new OperatorError(
          existing.root() + " 不是样例工作区（sample_data 为 false），未作改动。请用 --workspace 另指文件夹。",
          existing.root()
              + " is no demo (its sample_data is false); nothing was changed. Name another folder"
              + " with --workspace.");
    }
    return existing;
  }

  private void printReports(Workspace workspace) throws IOException {
    if (!Files.isDirectory(workspace.reports())) {
      return;
    }
    try (Stream<Path> files = Files.walk(workspace.reports())) {
      files
          .filter(file -> file.toString().endsWith(".pdf"))
          .sorted()
          .forEach(file -> console.print(file.toString()));
    }
  }
}
