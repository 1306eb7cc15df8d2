package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/**
 * A kind of data issue with its wording.
 *
 * @param code stable code, e.g. {@code UNIT_UNKNOWN}
 * @param severity {@code error} (row or file not loaded), {@code warning} (loaded, doubtful),
 *     {@code info}
 * @param message sentence with {@code {placeholders}}: what and why
 * @param remedy what the department should do
 */
public record IssueKind(String code, String severity, LocalText message, LocalText remedy) {}
