package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/**
 * A first-level class of the land survey (一级类).
 *
 * @param code two digits; {@code 00} is wetland
 * @param colour map colour, {@code #rrggbb}
 */
public record LandLevel1(String code, LocalText name, String colour) {}
