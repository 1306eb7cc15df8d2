package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/** A body that owes data; {@code key} is its number in the plan's data list, e.g. {@code D10}. */
public record Department(String key, LocalText name) {}
