package org.planpulse.samples.geography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;

/** EPSG:4525 metres to EPSG:4490 longitude and latitude. */
public final class ToGeographic extends GeometryTransformer {

  private final GaussKruger projection = new GaussKruger();

  @Override
  protected CoordinateSequence transformCoordinates(CoordinateSequence plane, Geometry parent) {
    Coordinate[] geographic = projection.toGeographic(plane.toCoordinateArray());
    return new CoordinateArraySequence(geographic);
  }
}
