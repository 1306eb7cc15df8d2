/** What the invented land is used for, year by year, and the control lines drawn over it. */
package org.planpulse.samples.land;
