package org.planpulse.schemas.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.planpulse.schemas.MayBeAbsent;

/**
 * Where one input of a formula comes from. Exactly one of the source fields is set.
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
 * @param aggregate {@code mean}, {@code sum}, {@code max}, {@code count}, {@code count_at_most}
 * @param threshold for {@code count_at_most}, in the SI unit of the item
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
    @MayBeAbsent String aggregate,
    @MayBeAbsent Double threshold,
    @MayBeAbsent String at) {

  public Input {
    at = at == null ? "year" : at;
  }
}
