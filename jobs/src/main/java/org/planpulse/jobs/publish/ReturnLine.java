package org.planpulse.jobs.publish;

/**
 * One place a department is asked to look at.
 *
 * @param severity {@code error} or {@code warning}
 * @param department key
 * @param place sheet and cell, line, or layer and feature; empty for the whole file
 * @param raw the row as delivered, where it was not loaded; else empty
 */
record ReturnLine(
    String severity,
    String code,
    String department,
    String datasetName,
    String dataset,
    String file,
    String place,
    String message,
    String remedy,
    String firstSeen,
    String raw) {}
