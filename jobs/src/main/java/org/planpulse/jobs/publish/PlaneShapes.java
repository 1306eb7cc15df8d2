package org.planpulse.jobs.publish;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.GaussKruger;
import org.planpulse.jobs.geometry.StoredShape;
import org.planpulse.jobs.publish.GoldReader.GoldRow;

/**
 * Turns stored geometry (WKB, CGCS2000 degrees) into Gauss-Kruger metres for drawing, on the
 * 3-degree meridian nearest to the city.
 */
final class PlaneShapes {

  private final int centralMeridian;
  private final GaussKruger projection;

  /**
   * @param longitude somewhere in the middle of the city, degrees
   */
  PlaneShapes(double longitude) {
    this.centralMeridian = (int) Math.round(longitude / 3) * 3;
    this.projection = GaussKruger.ofCentralMeridian(centralMeridian);
  }

  /** Degrees east. */
  int centralMeridian() {
    return centralMeridian;
  }

  List<Geometry> read(List<GoldRow> rows) {
    return rows.stream().map(row -> read(row.bytes("geometry"))).toList();
  }

  Geometry read(byte[] wkb) {
    return projection.toMetres(StoredShape.of(wkb));
  }
}
