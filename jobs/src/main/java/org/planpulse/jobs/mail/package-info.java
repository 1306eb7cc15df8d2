/** Sends issued reports by mail: encrypted, at most once to each recipient, or kept for later. */
package org.planpulse.jobs.mail;
