package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.planpulse.schemas.LocalText;

/**
 * A class of the land survey.
 *
 * @param code DLBM
 * @param level1 first-level code; never derived from the first two digits
 * @param threeClass {@code agricultural}, {@code construction} or {@code unused}
 * @param colour map colour, {@code #rrggbb}
 */
public record LandClass(
    String code,
    LocalText name,
    String level1,
    @JsonProperty("three_class") String threeClass,
    String colour) {}
