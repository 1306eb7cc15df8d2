package org.planpulse.jobs.ingest.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.api.java.UDF1;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Puts each hole of a multipolygon into the shell it lies in. A shapefile lists rings without
 * saying which belong together, and Spark's reader can give a hole to a neighbouring part it
 * touches.
 */
final class HolesInShells implements UDF1<byte[], byte[]> {

  private static final int MULTI_POLYGON = 6;

  /** A part without its holes. */
  private record Shell(LinearRing ring, PointOnGeometryLocator inside, List<LinearRing> holes) {

    static Shell of(LinearRing ring) {
      Polygon filled = ring.getFactory().createPolygon(ring);
      return new Shell(ring, new IndexedPointInAreaLocator(filled), new ArrayList<>());
    }

    boolean holds(LinearRing hole) {
      if (!ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
        return false;
      }
      for (Coordinate point : hole.getCoordinates()) {
        int location = inside.locate(point);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      Coordinate middle = hole.getFactory().createPolygon(hole).getInteriorPoint().getCoordinate();
      return inside.locate(middle) == Location.INTERIOR;
    }

    Polygon polygon() {
      return ring.getFactory().createPolygon(ring, holes.toArray(LinearRing[]::new));
    }
  }

  /**
   * @param wkb of any geometry; only multipolygons are looked at
   */
  @Override
  public byte[] call(byte[] wkb) throws ParseException {
    if (wkb == null || !isMultiPolygon(wkb)) {
      return wkb;
    }
    Geometry delivered = new WKBReader().read(wkb);
    MultiPolygon grouped = regroup((MultiPolygon) delivered);
    return grouped == delivered ? wkb : new WKBWriter(2).write(grouped);
  }

  /** The same object when no hole can move. */
  static MultiPolygon regroup(MultiPolygon delivered) {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < delivered.getNumGeometries(); i++) {
      Polygon part = (Polygon) delivered.getGeometryN(i);
      shells.add(Shell.of(part.getExteriorRing()));
      for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
        holes.add(part.getInteriorRingN(hole));
      }
    }
    if (holes.isEmpty() || shells.size() == 1) {
      return delivered;
    }
    for (LinearRing hole : holes) {
      shells.stream()
          .filter(shell -> shell.holds(hole))
          .min(Comparator.comparingDouble(shell -> shell.ring().getEnvelopeInternal().getArea()))
          .orElse(shells.get(0))
          .holes()
          .add(hole);
    }
    return delivered
        .getFactory()
        .createMultiPolygon(shells.stream().map(Shell::polygon).toArray(Polygon[]::new));
  }

  /** By the type behind the byte order; dimensions are counted in thousands or high bits. */
  private static boolean isMultiPolygon(byte[] wkb) {
    return wkb.length > 5 && (wkb[0] == 1 ? wkb[1] : wkb[4]) == MULTI_POLYGON;
  }
}
