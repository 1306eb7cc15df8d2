/** Writers of the departments' file formats whose bytes depend on the content alone. */
package org.planpulse.samples.format;
