package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/** A dimension of the check-up, i.e. a chapter of the report. */
public record Dimension(String key, LocalText name) {}
