package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.planpulse.schemas.LocalText;

/**
 * Land that must not lie on one side of a control line.
 *
 * @param zoneLayer layer of {@code silver.control_zone}
 * @param side {@code INSIDE} or {@code OUTSIDE} the zones of the layer
 * @param land group of {@code codelists/land_groups.yaml} that must not lie there
 * @param change {@code ANY} land of the group, or only {@code NEW} land that entered the group
 *     since the year before
 */
public record LandRule(
    String id,
    LocalText name,
    @JsonProperty("zone_layer") String zoneLayer,
    Side side,
    String land,
    Change change,
    String level,
    String duty)
    implements LineRule {

  @Override
  public String kind() {
    return "land";
  }

  public enum Side {
    @JsonProperty("inside")
    INSIDE,
    @JsonProperty("outside")
    OUTSIDE
  }

  public enum Change {
    @JsonProperty("any")
    ANY,
    @JsonProperty("new")
    NEW
  }
}
