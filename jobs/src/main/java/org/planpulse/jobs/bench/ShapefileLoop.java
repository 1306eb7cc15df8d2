package org.planpulse.jobs.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.ingest.dbf.DbfTable;
import org.planpulse.jobs.ingest.landing.FileFault;

/** Reads a shapefile of polygons, the shell first and then its holes, one after the other. */
final class ShapefileLoop {

  private static final int FILE_HEADER = 100;
  private static final int RECORD_HEADER = 8;

  /** Bytes of a polygon's type and box. */
  private static final int BEFORE_COUNTS = 36;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private ShapefileLoop() {}

  /** Takes each feature. */
  @FunctionalInterface
  interface Visitor {
    void visit(Polygon shape, List<String> attributes);
  }

  static void read(Path shp, Visitor visitor) throws IOException, FileFault {
    Path dbf = shp.resolveSibling(shp.getFileName().toString().replace(".shp", ".dbf"));
    try (DataInputStream in =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(shp), 1 << 16));
        DbfTable.Records attributes = DbfTable.of(dbf).open()) {
      in.skipNBytes(FILE_HEADER);
      byte[] header = new byte[RECORD_HEADER];
      while (in.readNBytes(header, 0, RECORD_HEADER) == RECORD_HEADER) {
        int bytes = 2 * ByteBuffer.wrap(header).getInt(Integer.BYTES);
        visitor.visit(polygon(in.readNBytes(bytes)), attributes.next().texts());
      }
    }
  }

  private static Polygon polygon(byte[] record) {
    ByteBuffer bytes = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(BEFORE_COUNTS);
    int[] starts = new int[bytes.getInt() + 1];
    starts[starts.length - 1] = bytes.getInt();
    for (int i = 0; i < starts.length - 1; i++) {
      starts[i] = bytes.getInt();
    }
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 1; i < starts.length; i++) {
      Coordinate[] ring = new Coordinate[starts[i] - starts[i - 1]];
      for (int point = 0; point < ring.length; point++) {
        ring[point] = new CoordinateXY(bytes.getDouble(), bytes.getDouble());
      }
      rings.add(FACTORY.createLinearRing(ring));
    }
    return FACTORY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }
}
