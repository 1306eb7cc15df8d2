package org.planpulse.reports.model;

/** One warning: what, how bad, against which threshold, who answers for it. */
public record Warning(
    Level level,
    String object,
    Double value,
    Double threshold,
    String unit,
    int decimals,
    String reason,
    String duty,
    int sinceYear) {}
