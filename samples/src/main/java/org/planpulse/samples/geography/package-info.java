/**
 * The invented city: outline, places, parcels and areas. All plane coordinates are EPSG:4525
 * metres.
 */
package org.planpulse.samples.geography;
