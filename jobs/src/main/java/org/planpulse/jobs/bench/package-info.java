/**
 * Measures PlanPulse: beside what an analyst would use instead, on the same data in the same run;
 * what a change costs; how soon a question is answered.
 */
package org.planpulse.jobs.bench;
