package org.planpulse.jobs.run;

import java.util.List;

/**
 * What a dry run says about a job.
 *
 * @param wouldRun false when its inputs are unchanged
 */
public record PlannedJob(JobDescription job, boolean wouldRun, List<String> steps) {}
