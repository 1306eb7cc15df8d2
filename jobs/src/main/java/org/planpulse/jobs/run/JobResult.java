package org.planpulse.jobs.run;

import java.util.Map;

/**
 * What a job did.
 *
 * @param counts figures by name, e.g. {@code parcels}, printed and kept in {@code ops.job_run}
 */
public record JobResult(Map<String, Long> counts) {}
