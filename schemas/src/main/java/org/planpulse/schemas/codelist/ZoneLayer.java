package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/**
 * A layer of control lines.
 *
 * @param colour map colour, {@code #rrggbb}
 */
public record ZoneLayer(String id, LocalText name, String colour) {}
