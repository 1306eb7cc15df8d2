package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.planpulse.schemas.LocalText;

/**
 * How one moves on roads. Lengths in metres.
 *
 * @param roads dataset of lines
 * @param speedKmh on roads of other classes than those listed
 * @param speedByClass km/h; 0 where the mode is not allowed
 * @param snap by how much a line's end may miss the road it meets
 * @param facilityWithin how far from a road a facility may lie
 * @param access from a road to the doors that are reached from it
 */
public record TravelMode(
    LocalText name,
    String roads,
    @JsonProperty("speed_kmh") double speedKmh,
    @JsonProperty("speed_kmh_by_class") Map<String, Double> speedByClass,
    @JsonProperty("snap_m") double snap,
    @JsonProperty("facility_within_m") double facilityWithin,
    @JsonProperty("access_m") double access) {

  /** km/h on a road of this class, which may be null; 0 where the mode is not allowed. */
  public double speedOn(String roadClass) {
    return roadClass == null ? speedKmh : speedByClass.getOrDefault(roadClass, speedKmh);
  }
}
