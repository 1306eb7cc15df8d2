package org.planpulse.jobs.cli;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.TableWriter;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.indicator.Indicator;

/**
 * The city's indicators of the latest year with their lights, in 80 columns; how many have no value
 * is told in one line.
 */
final class IndicatorBoard {

  private static final int WIDTH = 80;

  private final Console console;
  private final Project project;
  private final Wording wording;

  IndicatorBoard(Console console, Project project) {
    this.console = console;
    this.project = project;
    this.wording = Wording.of(console.language());
  }

  void print() throws IOException {
    List<List<Object>> all = values();
    if (all.isEmpty()) {
      return;
    }
    List<List<Object>> values =
        all.stream().filter(row -> row.get(1) != null || row.get(3) != null).toList();
    Map<String, Indicator> catalogue =
        project.schemas().indicators().stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    String value = console.word("值", "value");
    String target = console.word("目标", "target");
    console.print(project.plan().city().name().in(console.language()) + "  " + all.get(0).get(5));
    new TableWriter(WIDTH)
        .write(
            Listing.of(
                List.of(
                    console.word("代码", "code"),
                    console.word("指标", "indicator"),
                    value,
                    console.word("单位", "unit"),
                    target,
                    console.word("灯", "light")),
                List.of(value, target),
                values.stream().map(row -> cells(catalogue.get(row.get(0)), row)).toList()),
            console.out());
    if (values.stream().anyMatch(row -> row.get(6) != null)) {
      console.print(
          console.word("? 本年值疑为数据差错，请先核实。", "? may be a fault of the data: check it first."));
    }
    int without = all.size() - values.size();
    if (without > 0) {
      console.print(
          console.word(
              "另有 " + without + " 项无数据，原因见报告或 planpulse explain。",
              without + " more have no value; the report and planpulse explain say why."));
    }
    console.out().flush();
  }

  private List<List<Object>> values() {
    if (project.layout().version("gold.indicator_value").isEmpty()) {
      return List.of();
    }
    try (QuerySession session = project.query()) {
      return session
          .query(
              """
              SELECT v.indicator_code, value, unit, target_value, level, year, fault
              FROM gold.indicator_value v
              LEFT JOIN gold.indicator_trend t
                ON t.indicator_code = v.indicator_code AND t.region_code = v.region_code
               AND to_year = year
              WHERE known_to IS NULL AND v.region_code = '%1$s'
                AND year = (SELECT max(year) FROM gold.indicator_value
                            WHERE known_to IS NULL AND region_code = '%1$s')
              ORDER BY v.indicator_code
              """
                  .formatted(project.plan().city().code()))
          .rows();
    }
  }

  private List<Object> cells(Indicator indicator, List<Object> row) {
    return List.of(
        indicator.code(),
        indicator.name().in(console.language()),
        NumberText.of((Double) row.get(1), indicator.decimals()),
        project.schemas().units().get((String) row.get(2)).symbol().in(console.language()),
        NumberText.of((Double) row.get(3), indicator.decimals()),
        light((String) row.get(4)) + (row.get(6) == null ? "" : " ?"));
  }

  private String light(String level) {
    Light light = Light.of(Level.valueOf(level.toUpperCase(Locale.ROOT)), wording);
    return light.symbol() + " " + light.word();
  }
}
