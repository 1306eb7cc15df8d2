package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * From what size on faults of a parcel cover are told.
 *
 * @param leastM2 smallest overlap or gap, m²; what is smaller comes from rounded coordinates
 * @param sliverM2 a sliver is smaller than so many m² ...
 * @param sliverThinness ... and its area by the square of its perimeter is less than this
 */
public record TopologyLimits(
    @JsonProperty("least_m2") BigDecimal leastM2,
    @JsonProperty("sliver_m2") BigDecimal sliverM2,
    @JsonProperty("sliver_thinness") double sliverThinness) {}
