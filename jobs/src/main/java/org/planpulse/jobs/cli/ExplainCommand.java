package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.schemas.indicator.Indicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Walks from an indicator's value down to the cells of the files it rests on. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RegionOption region;
  @Mixin private AsOfOption asOf;

  @Parameters(paramLabel = "CODE", descriptionKey = "code")
  private String code;

  @Option(names = "--year", required = true, paramLabel = "YYYY", descriptionKey = "year")
  private int year;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Project project = Project.open(common.workspace());
    Indicator indicator = project.indicator(code);
    String place = region.code(project);
    try (QuerySession session =
        project.query("gold.indicator_value", "gold.indicator_input", "bronze.source_file")) {
      Explanation explanation =
          Explanation.read(session, indicator.code(), place, year, asOf.condition());
      new ExplanationText(console, project.schemas()).print(indicator, place, year, explanation);
    }
    return ExitCode.DONE;
  }
}
