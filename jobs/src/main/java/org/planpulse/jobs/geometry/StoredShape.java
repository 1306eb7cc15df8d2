package org.planpulse.jobs.geometry;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Geometry as tables of the warehouse hold it: WKB, CGCS2000 degrees. */
public final class StoredShape {

  private StoredShape() {}

  /**
   * @throws IllegalStateException when the bytes are not WKB: no table of ours holds such
   */
  public static Geometry of(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a table holds geometry that is not WKB", e);
    }
  }
}
