package org.planpulse.samples.department;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.planpulse.samples.geography.GaussKruger;

/** EPSG:4525 metres to EPSG:4490 longitude and latitude. */
final class ToGeographic extends GeometryTransformer {

  private final GaussKruger projection = new GaussKruger();

  @Override
  protected CoordinateSequence transformCoordinates(CoordinateSequence plane, Geometry parent) {
    Coordinate[] geographic = projection.toGeographic(plane.toCoordinateArray());
    return new CoordinateArraySequence(geographic);
  }
}
