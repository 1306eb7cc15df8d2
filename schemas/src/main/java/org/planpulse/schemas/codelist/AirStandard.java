package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * An edition of the standards by which ambient air is judged: the index of a day and the figures of
 * a year.
 *
 * @param good highest index of a day that counts as good
 * @param index the individual index at each breakpoint, rising from 0
 * @param pollutants by item code
 */
public record AirStandard(
    String id,
    LocalText name,
    int good,
    List<Integer> index,
    Validity validity,
    Map<String, Pollutant> pollutants)
    implements Serializable {

  /**
   * How much must be measured for a figure to hold.
   *
   * @param hoursOfDay hourly means for the mean of a day
   * @param hoursOfEight hourly means for a running mean of eight hours
   * @param eightsOfDay running means of eight hours for the highest of a day
   * @param daysOfYear days for a mean or percentile of a year
   * @param daysOfMonth days in each month of it
   * @param daysOfFebruary days in its February
   */
  public record Validity(
      @JsonProperty("hours_of_day") int hoursOfDay,
      @JsonProperty("hours_of_eight") int hoursOfEight,
      @JsonProperty("eights_of_day") int eightsOfDay,
      @JsonProperty("days_of_year") int daysOfYear,
      @JsonProperty("days_of_month") int daysOfMonth,
      @JsonProperty("days_of_february") int daysOfFebruary)
      implements Serializable {}

  /**
   * @param unit of the breakpoints
   * @param decimals to which a day's concentration is rounded before its index is taken
   * @param eightHours whether a day is its highest running mean of eight hours and not its mean
   * @param percentile that stands for the year, above 0 and up to 100; absent for the mean
   * @param breakpoints of a day's concentration, rising from 0; where they end before the index
   *     does, higher concentrations keep the last index
   */
  public record Pollutant(
      String unit,
      int decimals,
      @MayBeAbsent @JsonProperty("eight_hours") Boolean eightHours,
      @MayBeAbsent BigDecimal percentile,
      List<BigDecimal> breakpoints)
      implements Serializable {

    public Pollutant {
      eightHours = Boolean.TRUE.equals(eightHours);
    }
  }
}
