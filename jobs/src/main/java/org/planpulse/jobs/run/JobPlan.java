package org.planpulse.jobs.run;

import java.util.List;

/** The steps a job would take, each a sentence with sizes where known. */
public record JobPlan(List<String> steps) {}
