package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import org.planpulse.jobs.explain.Explanation;
import org.planpulse.jobs.explain.ExplanationJson;
import org.planpulse.jobs.explain.ExplanationReader;
import org.planpulse.jobs.explain.ExplanationText;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.schemas.codelist.UnitTable;
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
  @Mixin private TreeFormatOption format;

  @Parameters(paramLabel = "CODE", descriptionKey = "code")
  private String code;

  @Option(names = "--year", required = true, paramLabel = "YYYY", descriptionKey = "year")
  private int year;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Questions questions = Questions.open(common.workspace(), Figures.TABLES)) {
      Project project = questions.project();
      QuerySession session = questions.session();
      Indicator indicator = project.indicator(code);
      Figure figure =
          new Figures(session, indicator, region.code(project)).of(year, asOf.condition());
      Explanation explanation =
          new ExplanationReader(session, project.schemas()).explain(indicator, figure);
      UnitTable units = project.schemas().units();
      format.print(
          console,
          () -> ExplanationText.lines(explanation, units, console.language(), console.width()),
          () -> ExplanationJson.of(explanation, units));
    }
    return ExitCode.DONE;
  }
}
