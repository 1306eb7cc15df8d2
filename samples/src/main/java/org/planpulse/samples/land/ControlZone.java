package org.planpulse.samples.land;

import org.locationtech.jts.geom.Polygon;

/**
 * One polygon of a control line.
 *
 * @param type type code or name as the layer prints it
 * @param polygon EPSG:4525 metres
 * @param area ellipsoidal, m2
 */
public record ControlZone(String type, String name, Polygon polygon, double area) {}
