/**
 * A demo city: the landing files of its departments, any size, the same bytes for the same options.
 */
package org.planpulse.samples;
