package org.planpulse.jobs.environment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalInt;
import org.planpulse.schemas.codelist.WaterStandard;
import org.planpulse.schemas.codelist.WaterStandard.Item;

/**
 * Class of a water by its worst item (single-factor evaluation): 1 for class I and so on, one more
 * than the last class for water worse than it.
 */
public final class WaterClass {

  /** Beyond what is measured; a mean of doubles is off by less. */
  private static final int DECIMALS = 12;

  private final WaterStandard standard;

  public WaterClass(WaterStandard standard) {
    this.standard = standard;
  }

  /**
   * @param means of the period by item code, in the limits' units
   * @return empty when an item that is needed was not measured, unless another makes the water
   *     worse than good: nothing missing could change that
   */
  public OptionalInt of(Map<String, Double> means) {
    OptionalInt worst =
        means.entrySet().stream()
            .filter(item -> standard.items().containsKey(item.getKey()))
            .mapToInt(item -> of(item.getKey(), item.getValue()))
            .max();
    boolean holds =
        means.keySet().containsAll(standard.needed())
            || worst.isPresent() && worst.getAsInt() > standard.good();
    return holds ? worst : OptionalInt.empty();
  }

  /** Where classes share a limit, the best of them. */
  public int of(String item, double mean) {
    Item limits = standard.items().get(item);
    BigDecimal value = BigDecimal.valueOf(mean).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    for (int best = 1; best <= standard.classes(); best++) {
      if (meets(limits, best - 1, value)) {
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
