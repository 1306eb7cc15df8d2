package org.planpulse.jobs.ingest.record;

import java.util.Map;

/**
 * One record as delivered.
 *
 * @param sheet name of the sheet; of a text file the file's
 * @param line of the file or sheet, from 1, header lines counted
 * @param fields raw text by the source's own heading; blank fields are absent
 */
public record SourceRecord(String sheet, int line, Map<String, String> fields) {}
