package org.planpulse.samples.geography;

import org.locationtech.jts.geom.Coordinate;

/**
 * One cell of the parcel fabric.
 *
 * @param site the seed, inside the cell
 * @param ring closed, EPSG:4525 metres rounded to millimetres; every corner of a neighbour on the
 *     common border is a corner of this cell too
 * @param role what the cell was laid out for
 * @param area ellipsoidal, m2
 */
public record Cell(Coordinate site, Coordinate[] ring, Seed.Role role, double area) {}
