package org.planpulse.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.MayBeAbsent;

/**
 * Where one input of a formula comes from. Exactly one of the source fields is set. Registers,
 * themes and services take the latest delivery that is not of a later year.
 *
 * @param statistic item code in {@code silver.statistic}
 * @param land group id in {@code codelists/land_groups.yaml}, or {@code ALL} for the territory:
 *     area from {@code gold.land_area}
 * @param zone zone layer: its whole area from {@code gold.zone_land_area}; combined with {@code
 *     land}, the area of that group inside the zone
 * @param zoneType with {@code zone}: only zones of this type
 * @param raster raster layer: zonal mean from {@code gold.raster_zone_stat}
 * @param territory area of the region itself, whatever the year: {@code area_m2}, computed from its
 *     boundary, or {@code control_area_m2}, the surveyed one; from {@code silver.admin_unit}
 * @param observation item code in {@code silver.observation}, with {@code aggregate}
 * @param register contract of {@code silver.register_entry}, with {@code aggregate}: {@code sum} or
 *     {@code mean} of an {@code item} over entries, or {@code count} of entries
 * @param item with {@code register}: the figure; with {@code air}: the pollutant
 * @param theme contract of {@code silver.theme_feature}, with {@code aggregate}: {@code area},
 *     {@code length} or {@code count} of features
 * @param where with {@code register} or {@code theme}: values that count, by column
 * @param except with {@code register} or {@code theme}: values that do not count, by column; what
 *     has none of them counts
 * @param service id in {@code codelists/service_areas.yaml}: share of the land it is to serve that
 *     lies in reach, from {@code gold.service_coverage}
 * @param minutes with {@code service}: of travel
 * @param units with {@code service}: regular expression of region codes; the share of these regions
 *     at least half of whose land lies in reach
 * @param air edition in {@code codelists/air_standards.yaml} by which daily air is judged, with
 *     {@code aggregate}: {@code yearly} for an {@code item}'s yearly mean or percentile, {@code
 *     count} of days that have an index, {@code count_at_most} of those with an index up to {@code
 *     threshold}
 * @param sections standard in {@code codelists/water_standards.yaml} by which the year of a
 *     monitored section is classed, with {@code aggregate}: {@code count} of sections, {@code
 *     count_at_most} of those of a class up to {@code threshold}
 * @param aggregate of observations: {@code mean}, {@code sum}, {@code max}, {@code count}, {@code
 *     count_at_most}
 * @param threshold for {@code count_at_most}: an index, a class, or in the SI unit of the item
 * @param counts unit of what a count counts, e.g. days; a pure number by default
 * @param at {@code year} (default), {@code base_year} of the plan, or {@code previous_year}
 */
public record Input(
    @MayBeAbsent String statistic,
    @MayBeAbsent String land,
    @MayBeAbsent String zone,
    @MayBeAbsent @JsonProperty("zone_type") String zoneType,
    @MayBeAbsent String raster,
    @MayBeAbsent String territory,
    @MayBeAbsent String observation,
    @MayBeAbsent String register,
    @MayBeAbsent String item,
    @MayBeAbsent String theme,
    @MayBeAbsent Map<String, List<String>> where,
    @MayBeAbsent Map<String, List<String>> except,
    @MayBeAbsent String service,
    @MayBeAbsent Integer minutes,
    @MayBeAbsent String units,
    @MayBeAbsent String air,
    @MayBeAbsent String sections,
    @MayBeAbsent String aggregate,
    @MayBeAbsent Double threshold,
    @MayBeAbsent String counts,
    @MayBeAbsent String at) {

  public Input {
    where = where == null ? Map.of() : where;
    except = except == null ? Map.of() : except;
    counts = counts == null ? "1" : counts;
    at = at == null ? "year" : at;
  }

  /** Whether it tells how many, not how much. */
  public boolean isCount() {
    return aggregate != null && aggregate.startsWith("count");
  }
}
