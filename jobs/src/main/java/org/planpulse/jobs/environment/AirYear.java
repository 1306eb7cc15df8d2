package org.planpulse.jobs.environment;

import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.planpulse.schemas.codelist.AirStandard;
import org.planpulse.schemas.codelist.AirStandard.Pollutant;
import org.planpulse.schemas.codelist.AirStandard.Validity;

/**
 * A calendar year of a city's daily air, judged by an edition of the standards (HJ 663).
 *
 * <p>Figures of a year hold with enough days in the year and in each month; counts of days always
 * do.
 */
public final class AirYear {

  private final AirStandard standard;
  private final SortedMap<LocalDate, Map<String, Double>> days = new TreeMap<>();

  public AirYear(AirStandard standard) {
    this.standard = standard;
  }

  /**
   * @param concentration of a pollutant of the standard, in its unit
   */
  public void add(LocalDate day, String item, double concentration) {
    days.computeIfAbsent(day, any -> new HashMap<>()).put(item, concentration);
  }

  /** The mean or percentile that stands for the year; empty when too many days are missing. */
  public OptionalDouble yearly(String item) {
    SortedMap<LocalDate, Double> values = new TreeMap<>();
    days.forEach(
        (day, concentrations) -> {
          if (concentrations.containsKey(item)) {
            values.put(day, concentrations.get(item));
          }
        });
    if (!enough(values)) {
      return OptionalDouble.empty();
    }
    double[] sorted = values.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
    Pollutant pollutant = standard.pollutants().get(item);
    return pollutant.percentile() == null
        ? Arrays.stream(sorted).average()
        : OptionalDouble.of(Percentile.of(sorted, pollutant.percentile()));
  }

  private boolean enough(SortedMap<LocalDate, Double> values) {
    Validity validity = standard.validity();
    int[] inMonth = new int[Month.values().length];
    values.keySet().forEach(day -> inMonth[day.getMonthValue() - 1]++);
    return values.size() >= validity.daysOfYear()
        && Stream.of(Month.values())
            .allMatch(
                month ->
                    inMonth[month.ordinal()]
                        >= (month == Month.FEBRUARY
                            ? validity.daysOfFebruary()
                            : validity.daysOfMonth()));
  }

  /**
   * Days that have an index: all pollutants were measured, or one of those measured makes the day
   * worse than good, which nothing missing could change.
   */
  public int daysWithIndex() {
    return (int) days.values().stream().filter(this::hasIndex).count();
  }

  /** Days that have an index, and one up to a limit. */
  public int daysUpTo(double limit) {
    AirIndex index = new AirIndex(standard);
    return (int)
        days.values().stream().filter(day -> hasIndex(day) && index.of(day) <= limit).count();
  }

  private boolean hasIndex(Map<String, Double> day) {
    return day.keySet().containsAll(standard.pollutants().keySet())
        || new AirIndex(standard).of(day) > standard.good();
  }
}
