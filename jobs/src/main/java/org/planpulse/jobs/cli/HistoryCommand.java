package org.planpulse.jobs.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QueryResult;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;
import org.planpulse.schemas.indicator.Indicator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * All values of an indicator with the days they were known, superseded ones included, why each was
 * revised, and where the series breaks.
 */
@Command(name = "history")
final class HistoryCommand implements Callable<Integer> {

  private static final String[] TABLES = {
    "gold.indicator_value", "gold.indicator_trend", "gold.target_judgement"
  };

  private final Console console;

  @Mixin private CommonOptions common;
  @Mixin private RegionOption region;
  @Mixin private AsOfOption asOf;
  @Mixin private FormatOption format;

  @Parameters(paramLabel = "CODE", descriptionKey = "code")
  private String code;

  HistoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (Questions questions = Questions.open(common.workspace(), TABLES)) {
      Project project = questions.project();
      QuerySession session = questions.session();
      Indicator indicator = project.indicator(code);
      String which =
          " WHERE indicator_code = '"
              + indicator.code()
              + "' AND region_code = '"
              + region.code(project)
              + "'";
      console.tell("%s  %s", "%s  %s", indicator.code(), indicator.name().in(console.language()));
      format.print(console, values(session, which, breaks(project, indicator)));
      if (!asOf.given()) {
        printUnlessEmpty(judgements(session, which));
        printUnlessEmpty(trend(session, which));
      }
    }
    return ExitCode.DONE;
  }

  private void printUnlessEmpty(QueryResult result) {
    if (!result.rows().isEmpty()) {
      format.print(console, result);
    }
  }

  /** SQL for what changed in a row's year; the texts stand in the console's language. */
  private String breaks(Project project, Indicator indicator) {
    String cases =
        project.schemas().breaks().of(indicator).stream()
            .map(at -> " WHEN " + at.year() + " THEN " + Sql.text(at.text().in(console.language())))
            .collect(Collectors.joining());
    return cases.isEmpty() ? "NULL" : "CASE year" + cases + " END";
  }

  private QueryResult values(QuerySession session, String which, String breaks) {
    return session.query(
        "SELECT year, value, unit, value_status, level, known_from, known_to, revision, "
            + breaks
            + " AS series_break"
            + " FROM gold.indicator_value"
            + which
            + (asOf.given() ? " AND " + asOf.condition() : "")
            + " ORDER BY year, known_from");
  }

  /** How far each judged value may move, in the unit of the target, before its light changes. */
  private static QueryResult judgements(QuerySession session, String which) {
    return session.query(
        "SELECT year, level, unit, worse_by, worse_level, better_by, better_level, fault"
            + " FROM gold.target_judgement"
            + which
            + " ORDER BY year");
  }

  private static QueryResult trend(QuerySession session, String which) {
    return session.query(
        "SELECT * EXCLUDE (indicator_code, region_code) FROM gold.indicator_trend" + which);
  }
}
