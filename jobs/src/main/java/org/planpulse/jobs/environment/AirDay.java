package org.planpulse.jobs.environment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;
import org.planpulse.schemas.codelist.AirStandard;
import org.planpulse.schemas.codelist.AirStandard.Pollutant;
import org.planpulse.schemas.codelist.AirStandard.Validity;

/** The figure of a pollutant for a day from its hourly means at one station (GB 3095, HJ 663). */
public final class AirDay {

  private static final int HOURS = 24;
  private static final int EIGHT = 8;

  private final AirStandard standard;

  public AirDay(AirStandard standard) {
    this.standard = standard;
  }

  /**
   * Mean of the day, or the highest running mean of eight hours where the standard asks for it.
   *
   * @param hours the 24 hourly means from midnight on, null where missing
   * @return empty when too much is missing
   */
  public OptionalDouble of(String item, Double[] hours) {
    if (hours.length != HOURS) {
      throw new IllegalArgumentException("a day of " + hours.length + " hours");
    }
    Pollutant pollutant = standard.pollutants().get(item);
    return pollutant.eightHours()
        ? highestOfEight(pollutant, hours)
        : mean(hours, standard.validity().hoursOfDay());
  }

  /**
   * Of the means over the hours up to 8, 9, ... 24 o'clock. With too few of them it holds all the
   * same when it is above what is still good: nothing missing could lower it.
   */
  private OptionalDouble highestOfEight(Pollutant pollutant, Double[] hours) {
    Validity validity = standard.validity();
    double[] means = new double[HOURS - EIGHT + 1];
    int count = 0;
    for (int first = 0; first + EIGHT <= HOURS; first++) {
      OptionalDouble mean =
          mean(Arrays.copyOfRange(hours, first, first + EIGHT), validity.hoursOfEight());
      if (mean.isPresent()) {
        means[count++] = mean.getAsDouble();
      }
    }
    OptionalDouble highest = Arrays.stream(means, 0, count).max();
    return count >= validity.eightsOfDay()
            || highest.isPresent() && isAboveGood(pollutant, highest.getAsDouble())
        ? highest
        : OptionalDouble.empty();
  }

  /** As the index of the day will judge it, which is taken of the rounded figure. */
  private boolean isAboveGood(Pollutant pollutant, double highest) {
    BigDecimal limit = pollutant.breakpoints().get(standard.index().indexOf(standard.good()));
    return AirIndex.rounded(pollutant, highest).compareTo(limit) > 0;
  }

  private static OptionalDouble mean(Double[] hours, int needed) {
    double[] known =
        Arrays.stream(hours).filter(Objects::nonNull).mapToDouble(Double::doubleValue).toArray();
    return known.length >= needed ? Arrays.stream(known).average() : OptionalDouble.empty();
  }
}
