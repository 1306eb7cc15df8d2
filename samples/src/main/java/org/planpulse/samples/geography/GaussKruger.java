package org.planpulse.samples.geography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;

/**
 * EPSG:4525 (CGCS2000, 3-degree Gauss-Kruger zone 37, easting with the zone prefix) and its inverse
 * to EPSG:4490. Written out by parameters, so that no CRS database is needed; GRS80 has the same
 * semi-major axis and flattening as CGCS2000 (298.257222101).
 */
public final class GaussKruger {

  /** What EPSG:4525 adds to the eastings of EPSG:4546. */
  public static final double ZONE_PREFIX = 37_000_000;

  private static final String PARAMETERS =
      "+proj=etmerc +lat_0=0 +lon_0=111 +k=1 +x_0=37500000 +y_0=0 +ellps=GRS80"
          + " +units=m +no_defs";

  private final Projection projection =
      new CRSFactory().createFromParameters("CGCS2000 GK zone 37", PARAMETERS).getProjection();

  /** Easting and northing in metres to longitude (x) and latitude (y) in degrees. */
  public Coordinate toGeographic(Coordinate plane) {
    ProjCoordinate result = new ProjCoordinate();
    projection.inverseProject(new ProjCoordinate(plane.x, plane.y), result);
    return new Coordinate(result.x, result.y);
  }

  /** Longitude (x) and latitude (y) in degrees to easting and northing in metres. */
  public Coordinate toPlane(Coordinate geographic) {
    ProjCoordinate result = new ProjCoordinate();
    projection.project(new ProjCoordinate(geographic.x, geographic.y), result);
    return new Coordinate(result.x, result.y);
  }

  /** A ring of plane points as a ring of longitude and latitude. */
  public Coordinate[] toGeographic(Coordinate[] planeRing) {
    Coordinate[] ring = new Coordinate[planeRing.length];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = toGeographic(planeRing[i]);
    }
    return ring;
  }
}
