package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** One table of all indicators, grouped by dimension. */
final class IndicatorsChapter {
  private IndicatorsChapter() {}

  record IndicatorLine(
      String section,
      String code,
      String name,
      String unit,
      String base,
      String previous,
      String current,
      String target,
      String trend,
      String symbol,
      String light,
      String colour) {}

  static Chapter write(Checkup checkup, Place place) {
    Wording wording = place.wording();
    List<IndicatorLine> lines =
        checkup.dimensions().stream()
            .flatMap(d -> d.indicators().stream().map(row -> line(d, row, wording)))
            .toList();
    return new Chapter(
        place.chapter(),
        wording.text("chapter.indicators"),
        wording.text("indicators.summary", lines.size(), checkup.standard()),
        List.of(
            Blocks.table(
                "indicators",
                place
                    .captions()
                    .table(
                        "indicators.caption",
                        checkup.year(),
                        checkup.baseYear(),
                        checkup.targetYear()),
                wording.text("indicators.note"),
                lines,
                "BASE",
                wording.text("indicator.base", checkup.baseYear()),
                "PREVIOUS",
                wording.text("indicator.previous", checkup.year() - 1),
                "CURRENT",
                wording.text("indicator.current", checkup.year()))));
  }

  private static IndicatorLine line(Dimension dimension, IndicatorRow row, Wording wording) {
    Light light = light(row, wording);
    return new IndicatorLine(
        dimension.name(),
        row.code(),
        row.name(),
        row.unit(),
        NumberText.of(row.baseValue(), row.decimals()),
        NumberText.of(row.previous(), row.decimals()),
        NumberText.of(row.current(), row.decimals()),
        row.targetText(),
        wording.text(trend(row)),
        light.symbol(),
        light.word(),
        light.colour());
  }

  static Light light(IndicatorRow row, Wording wording) {
    return row.current() == null ? Light.none(wording) : Light.of(row.level(), wording);
  }

  private static String trend(IndicatorRow row) {
    if (row.slopePerYear() == null) {
      return "trend.none";
    }
    if (row.slopePerYear() == 0) {
      return "trend.flat";
    }
    String direction = row.slopePerYear() > 0 ? "trend.up" : "trend.down";
    return row.trendSignificant() ? direction : direction + ".weak";
  }
}
