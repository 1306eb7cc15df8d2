package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/**
 * A year from which a series means something else than before.
 *
 * @param year the first with the new meaning
 * @param indicators codes
 * @param statistics items of {@code silver.statistic}
 * @param observations items of {@code silver.observation}
 * @param land whether all that rests on land parcels breaks
 * @param text what changed
 */
public record SeriesBreak(
    String id,
    int year,
    Kind kind,
    @MayBeAbsent List<String> indicators,
    @MayBeAbsent List<String> statistics,
    @MayBeAbsent List<String> observations,
    @MayBeAbsent Boolean land,
    LocalText text) {

  /**
   * What changed: the wording of an indicator, a boundary, classes, a standard, or how it is got.
   */
  public enum Kind {
    @JsonProperty("definition")
    DEFINITION,
    @JsonProperty("boundary")
    BOUNDARY,
    @JsonProperty("class_system")
    CLASS_SYSTEM,
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("method")
    METHOD
  }

  public SeriesBreak {
    indicators = indicators == null ? List.of() : List.copyOf(indicators);
    statistics = statistics == null ? List.of() : List.copyOf(statistics);
    observations = observations == null ? List.of() : List.copyOf(observations);
    land = land != null && land;
  }

  /** Whether the series of an indicator breaks here. */
  public boolean concerns(Indicator indicator) {
    return indicators.contains(indicator.code())
        || indicator.inputs().values().stream().anyMatch(this::concerns);
  }

  private boolean concerns(Input input) {
    return input.statistic() != null && statistics.contains(input.statistic())
        || input.observation() != null && observations.contains(input.observation())
        || land && (input.land() != null || input.zone() != null);
  }
}
