package org.planpulse.reports;

import java.util.Comparator;
import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Level;
import org.planpulse.reports.model.Warning;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** The warnings, worst first. */
final class WarningsChapter {
  private WarningsChapter() {}

  record WarningLine(
      String object,
      String value,
      String threshold,
      String unit,
      String since,
      String duty,
      String symbol,
      String light,
      String colour,
      String reason) {}

  static Chapter write(Checkup checkup, Place place) {
    Wording wording = place.wording();
    List<WarningLine> lines =
        checkup.warnings().stream()
            .sorted(Comparator.comparing(Warning::level, WarningsChapter::worstFirst))
            .map(warning -> line(warning, wording))
            .toList();
    String title = wording.text("chapter.warnings");
    if (lines.isEmpty()) {
      return new Chapter(place.chapter(), title, wording.text("warnings.none"), List.of());
    }
    Block table =
        Blocks.table(
            "warnings", place.captions().table("warnings.caption", checkup.year()), "", lines);
    return new Chapter(
        place.chapter(), title, wording.text("warnings.summary", lines.size()), List.of(table));
  }

  /** Levels stand from best to worst, with the unjudged one last. */
  private static int worstFirst(
      Level a, Level b) {
    return Integer.compare(weight(b), weight(a));
  }

  private static int weight(Level level) {
    return level == Level.INFO ? -1 : level.ordinal();
  }

  private static WarningLine line(Warning warning, Wording wording) {
    Light light = Light.of(warning.level(), wording);
    return new WarningLine(
        warning.object(),
        NumberText.of(warning.value(), warning.decimals()),
        NumberText.of(warning.threshold(), warning.decimals()),
        warning.unit(),
        Integer.toString(warning.sinceYear()),
        warning.duty(),
        light.symbol(),
        light.word(),
        light.colour(),
        warning.reason());
  }
}
