package org.planpulse.jobs.geometry.history;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * What a rule found in one place in one year.
 *
 * @param parcels identifiers of the parcels it lies in
 * @param hundredths official area in 0.01 m² of a polygon, length in 0.01 m of a line, 0 of a point
 * @param shape polygonal, lines or a point, CGCS2000 degrees
 */
public record Find(int year, List<String> parcels, long hundredths, Geometry shape) {

  boolean isLand() {
    return shape.getDimension() == 2;
  }
}
