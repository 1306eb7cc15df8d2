package org.planpulse.jobs.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.schemas.indicator.Indicator;

/** The city's indicators of the latest year with their lights, 80 columns wide. */
final class IndicatorBoard {

  private static final int NAME_COLUMNS = 26;

  private final Console console;
  private final Project project;

  IndicatorBoard(Console console, Project project) {
    this.console = console;
    this.project = project;
  }

  void print() {
    List<List<Object>> values = values();
    if (values.isEmpty()) {
      return;
    }
    Map<String, Indicator> catalogue =
        project.schemas().indicators().stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    console.print(
        project.plan().city().name().in(console.language()) + "  " + values.get(0).get(5));
    TextTable.lines(
            List.of(
                console.word("代码", "code"),
                console.word("指标", "indicator"),
                console.word("值", "value"),
                console.word("单位", "unit"),
                console.word("目标", "target"),
                console.word("灯", "light")),
            values.stream().map(row -> cells(catalogue.get((String) row.get(0)), row)).toList(),
            List.of(false, false, true, false, true, false))
        .forEach(console::print);
  }

  private List<List<Object>> values() {
    try (QuerySession session = project.query()) {
      String which =
          " FROM gold.indicator_value WHERE known_to IS NULL AND region_code = '"
              + project.plan().city().code()
              + "'";
      return session
          .query(
              "SELECT indicator_code, value, unit, target_value, level, year"
                  + which
                  + " AND year = (SELECT max(year)"
                  + which
                  + ") ORDER BY indicator_code")
          .rows();
    }
  }

  private List<String> cells(Indicator indicator, List<Object> row) {
    return List.of(
        indicator.code(),
        DisplayWidth.cut(indicator.name().in(console.language()), NAME_COLUMNS),
        NumberText.of((Double) row.get(1), indicator.decimals()),
        project.schemas().units().get((String) row.get(2)).symbol().in(console.language()),
        NumberText.of((Double) row.get(3), indicator.decimals()),
        new LevelText(console.language()).of((String) row.get(4)));
  }
}
