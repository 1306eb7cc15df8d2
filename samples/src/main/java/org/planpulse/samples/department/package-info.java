/** What each department hands over, in its own format and with its own habits. */
package org.planpulse.samples.department;
