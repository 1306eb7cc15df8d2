package org.planpulse.reports.part;

import java.util.List;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.schemas.Sentences;

/** What a dimension's chapter begins with: how many indicators, and how they moved in a year. */
public final class DimensionSummary {
  private DimensionSummary() {}

  /** Rose, fell, stayed level and could not be compared add up to those with a value. */
  public static String of(List<IndicatorRow> rows, int year, Sentences sentences) {
    long valued = rows.stream().filter(row -> row.current() != null).count();
    Movements moved = Movements.of(rows, year - 1, year);
    long uncompared = valued - moved.compared();
    String movement =
        sentences.say(
            "dimension.movement",
            "up",
            moved.up(),
            "down",
            moved.down(),
            "same",
            moved.level(),
            "uncompared",
            uncompared == 0 ? "" : sentences.say("dimension.uncompared", "count", uncompared));
    return sentences
        .say("dimension.summary", "total", rows.size(), "valued", valued, "movement", movement)
        .strip();
  }
}
