package org.planpulse.jobs.geometry.network;

import org.locationtech.jts.geom.Geometry;

/**
 * A road that can be used both ways.
 *
 * @param lines in degrees of EPSG:4490, x = longitude
 * @param kmh speed, above zero
 */
public record Road(Geometry lines, double kmh) {

  public Road {
    if (!(kmh > 0)) {
      throw new IllegalArgumentException("a road with speed " + kmh + " cannot be used");
    }
  }
}
