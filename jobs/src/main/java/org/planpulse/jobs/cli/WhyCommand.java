package org.planpulse.jobs.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.planpulse.jobs.explain.Change;
import org.planpulse.jobs.explain.ChangeJson;
import org.planpulse.jobs.explain.ChangeReader;
import org.planpulse.jobs.explain.ChangeText;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Splits the difference of a value from an earlier year's, or from what it was known to be. */
@Command(name = "why")
final class WhyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RegionOption region;
  @Mixin private AsOfOption asOf;
  @Mixin private TreeFormatOption format;

  @Parameters(paramLabel = "CODE", descriptionKey = "code")
  private String code;

  @Option(names = "--year", required = true, paramLabel = "YYYY", descriptionKey = "year")
  private int year;

  @ArgGroup private Since since;

  /** What the value is compared with; that of the year before when nothing is named. */
  static final class Since {

    @Option(names = "--since-year", paramLabel = "YYYY", descriptionKey = "since-year")
    private Integer year;

    @Option(names = "--since-day", paramLabel = "YYYY-MM-DD", descriptionKey = "since-day")
    private LocalDate day;
  }

  WhyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Questions questions = Questions.open(common.workspace(), Figures.TABLES)) {
      Project project = questions.project();
      QuerySession session = questions.session();
      Indicator indicator = project.indicator(code);
      Figures figures = new Figures(session, indicator, region.code(project));
      Figure after = figures.of(year, asOf.condition());
      Change change =
          new ChangeReader(session, project.schemas()).why(indicator, before(figures), after);
      UnitTable units = project.schemas().units();
      format.print(
          console,
          () -> ChangeText.lines(change, units, console.language(), console.width()),
          () -> ChangeJson.of(change));
    }
    return ExitCode.DONE;
  }

  private Figure before(Figures figures) {
    if (since != null && since.day != null) {
      return figures.of(year, AsOfOption.condition(since.day));
    }
    int earlier = since == null ? year - 1 : since.year;
    if (earlier >= year) {
      throw new OperatorError(
          "--since-year " + earlier + " 应早于 --year " + year + "。",
          "--since-year " + earlier + " must be before --year " + year + ".");
    }
    return figures.of(earlier, asOf.condition());
  }
}
