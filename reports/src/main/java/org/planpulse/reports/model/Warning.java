package org.planpulse.reports.model;

/**
 * One warning: what, how bad, against which threshold, who answers for it.
 *
 * @param id of the target, e.g. T-01
 * @param indicatorCode indicator the target is measured by
 * @param clause sentence of the approval
 * @param measure what should be done, and by whom
 */
public record Warning(
    String id,
    String indicatorCode,
    Level level,
    String object,
    Double value,
    Double threshold,
    String unit,
    int decimals,
    String reason,
    String duty,
    int sinceYear,
    String clause,
    String measure) {}
