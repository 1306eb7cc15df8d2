package org.planpulse.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.planpulse.jobs.workspace.NewWorkspace;
import org.planpulse.jobs.workspace.Workspace;
import org.planpulse.jobs.workspace.WorkspaceFile;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a folder a workspace. */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "DIR", descriptionKey = "dir")
  private Path folder;

  @Option(names = "--plan", paramLabel = "ID", descriptionKey = "plan")
  private String plan;

  @Option(
      names = "--crs",
      paramLabel = "EPSG:N",
      defaultValue = "EPSG:4490",
      descriptionKey = "crs")
  private String crs;

  InitCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (WorkspaceFile.isWorkspace(folder)) {
      console.tell("%s 已是工作区，未作改动。", "%s is a workspace already; nothing was changed.", folder);
      return ExitCode.DONE;
    }
    Plan chosen = PlanChoice.of(plan, Schemas.load(SchemaFiles.packaged()));
    Workspace workspace =
        new NewWorkspace(chosen.city().code(), chosen.id(), crs, console.language(), false)
            .create(folder);
    console.tell(
        "已新建工作区 %s。请将各部门资料放入 %s，再运行 planpulse run。",
        "Created the workspace %s. Put the departments' files into %s, then run planpulse run.",
        workspace.root(),
        workspace.landing());
    return ExitCode.DONE;
  }
}
