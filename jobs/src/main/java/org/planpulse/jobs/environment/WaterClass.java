package org.planpulse.jobs.environment;

import java.math.BigDecimal;
import java.util.Map;
import org.planpulse.schemas.codelist.WaterStandard;
import org.planpulse.schemas.codelist.WaterStandard.Item;

/**
 * Class of a water by its worst item (single-factor evaluation): 1 for class I and so on, one more
 * than the last class for water worse than it.
 */
public final class WaterClass {

  private final WaterStandard standard;

  public WaterClass(WaterStandard standard) {
    this.standard = standard;
  }

  /**
   * @param means of the period by item code, in the limits' units; at least one of the standard
   */
  public int of(Map<String, Double> means) {
    return means.entrySet().stream()
        .filter(item -> standard.items().containsKey(item.getKey()))
        .mapToInt(item -> of(item.getKey(), item.getValue()))
        .max()
        .orElseThrow();
  }

  /** Where classes share a limit, the best of them. */
  public int of(String item, double mean) {
    Item limits = standard.items().get(item);
    for (int best = 1; best <= standard.classes(); best++) {
      if (meets(limits, best - 1, BigDecimal.valueOf(mean))) {
        return best;
      }
    }
    return standard.classes() + 1;
  }

  private static boolean meets(Item limits, int place, BigDecimal value) {
    if (limits.range() != null) {
      return value.compareTo(limits.range().get(0)) >= 0
          && value.compareTo(limits.range().get(1)) <= 0;
    }
    return limits.most() != null
        ? value.compareTo(limits.most().get(place)) <= 0
        : value.compareTo(limits.least().get(place)) >= 0;
  }
}
