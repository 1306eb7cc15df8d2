package org.planpulse.jobs.cli;

import java.util.stream.Collectors;
import org.planpulse.jobs.explain.Figure;
import org.planpulse.jobs.explain.FigureReader;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.indicator.Indicator;

/** The figures of one indicator in one region that a command asks for. */
final class Figures {

  /** Without these there is nothing to explain. */
  static final String[] TABLES = {
    "gold.indicator_value", "gold.indicator_input", "bronze.source_file"
  };

  private final FigureReader reader;
  private final String indicator;
  private final String region;

  Figures(QuerySession session, Indicator indicator, String region) {
    this.reader = new FigureReader(session);
    this.indicator = indicator.code();
    this.region = region;
  }

  /**
   * The figure of a year.
   *
   * @param known SQL condition on {@code known_from} and {@code known_to}
   * @throws OperatorError naming the years there are, when there is no such figure
   */
  Figure of(int year, String known) {
    return reader.read(indicator, region, year, known).orElseThrow(() -> absent(year, known));
  }

  private OperatorError absent(int year, String known) {
    String years =
        reader.years(indicator, region, known).stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return new OperatorError(
        "%s 在 %s 没有 %d 年的值。%s"
            .formatted(
                indicator,
                region,
                year,
                years.isEmpty() ? "请先运行 planpulse run，或改查其他日期。" : "已有年份：" + years + "。"),
        "%s has no value for %s in %d. %s"
            .formatted(
                indicator,
                region,
                year,
                years.isEmpty()
                    ? "Run planpulse run first, or ask about another day."
                    : "Years there are: " + years + "."));
  }
}
