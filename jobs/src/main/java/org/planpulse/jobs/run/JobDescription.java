package org.planpulse.jobs.run;

import java.util.List;
import org.planpulse.schemas.LocalText;

/**
 * @param name kebab-case name, also the {@code stage} of the issues the job finds
 * @param reads tables read, e.g. {@code silver.statistic}
 * @param writes tables written; {@code reports} for files
 */
public record JobDescription(
    String name, LocalText title, List<String> reads, List<String> writes) {}
