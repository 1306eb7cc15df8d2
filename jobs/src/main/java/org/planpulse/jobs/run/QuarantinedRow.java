package org.planpulse.jobs.run;

/**
 * A row that was not loaded, kept with its raw text so that nothing is lost.
 *
 * @param sourceId {@code <source_key>!<sheet or layer>!<cell, line or feature>}
 * @param raw the text as delivered (a cell's text; a record's or feature's fields as JSON)
 * @param issue why
 */
public record QuarantinedRow(String sourceId, String raw, Issue issue) {}
