package org.planpulse.jobs.publish;

import java.util.ArrayList;
import java.util.List;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;

/** What a row of {@code gold.indicator_trend} adds to a judgement, each in a few words. */
final class TrendNotes {

  private static final double SIGNIFICANT = 0.05;

  private final Sentences sentences;

  TrendNotes(Sentences sentences) {
    this.sentences = sentences;
  }

  /**
   * The interval of a significant slope, a significant change of level, the outlook where there is
   * a target, and whether the last value may be a fault of the data.
   *
   * @param trend null when there is no series up to the year
   */
  List<String> of(Indicator indicator, GoldRow trend) {
    List<String> notes = new ArrayList<>();
    if (trend == null) {
      return notes;
    }
    if (trend.text("fault") != null) {
      notes.add(sentences.say("trend.fault"));
    }
    if (isSignificant(trend, "mk_p") && trend.number("slope_low") != null) {
      notes.add(range("trend.interval", trend, "slope", indicator.decimals() + 1));
    }
    if (isSignificant(trend, "change_p")) {
      notes.add(sentences.say("trend.change", "year", trend.whole("change_year")));
    }
    if (trend.number("probability_met") != null) {
      notes.add(range("trend.projected", trend, "projected", indicator.decimals()));
    }
    if (trend.number("breach_year") != null) {
      notes.add(breach(trend));
    }
    return notes;
  }

  private static boolean isSignificant(GoldRow trend, String p) {
    return trend.number(p) != null && trend.number(p) < SIGNIFICANT;
  }

  private String range(String sentence, GoldRow trend, String what, int decimals) {
    return sentences.say(
        sentence,
        "low",
        Sentences.number(trend.number(what + "_low"), decimals),
        "high",
        Sentences.number(trend.number(what + "_high"), decimals),
        "year",
        trend.number("projected_year") == null ? "" : trend.whole("projected_year"));
  }

  private String breach(GoldRow trend) {
    int year = trend.whole("breach_year");
    Integer earliest =
        trend.number("breach_earliest") == null ? null : trend.whole("breach_earliest");
    return earliest == null || earliest == year
        ? sentences.say("trend.breach", "year", year)
        : sentences.say("trend.breach_from", "year", year, "earliest", earliest);
  }
}
