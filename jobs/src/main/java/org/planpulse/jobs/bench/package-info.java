/**
 * Measures PlanPulse beside what an analyst would use instead, on the same data in the same run.
 */
package org.planpulse.jobs.bench;
