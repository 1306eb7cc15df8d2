/** One year's parcels, units and five zone layers at survey detail, to measure overlays with. */
package org.planpulse.samples.overlay;
