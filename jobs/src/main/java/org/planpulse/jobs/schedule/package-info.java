/** Runs commands of a workspace at set times, one after the other. */
package org.planpulse.jobs.schedule;
