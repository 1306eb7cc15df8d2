package org.planpulse.samples.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygon shapefile (ESRI technical description, 1998): .shp, .shx, .dbf and .prj, no .cpg. Shells
 * run clockwise, holes counter-clockwise. Features are streamed, so memory does not grow with them,
 * but for eight bytes each.
 */
public final class ShapefileWriter implements Closeable {

  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int POLYGON = 5;
  private static final int HEADER_BYTES = 100;

  /** EPSG:4490 in ESRI's spelling: longitude and latitude on CGCS2000. */
  public static final String DEGREES =
      "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

  /** EPSG:4525 in ESRI's spelling. */
  private static final String ZONE_37 =
      "PROJCS[\"CGCS2000_3_Degree_GK_Zone_37\","
          + DEGREES
          + ","
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",37500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",111.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  private final Path shp;
  private final Path shx;
  private final OutputStream out;
  private final DbfWriter attributes;
  private final List<Integer> contentWords = new ArrayList<>();
  private final Envelope bounds = new Envelope();

  /** A layer in EPSG:4525. */
  public ShapefileWriter(Path shp, Charset charset, LocalDate updated, List<DbfField> fields)
      throws IOException {
    this(shp, charset, updated, fields, ZONE_37);
  }

  /**
   * @param shp name of the .shp; the others lie beside it
   * @param updated printed in the .dbf
   * @param prj the reference system of all coordinates
   */
  public ShapefileWriter(
      Path shp, Charset charset, LocalDate updated, List<DbfField> fields, String prj)
      throws IOException {
    this.shp = shp;
    this.shx = sibling("shx");
    this.attributes = new DbfWriter(sibling("dbf"), charset, updated, fields);
    Files.writeString(sibling("prj"), prj, StandardCharsets.US_ASCII);
    this.out = new BufferedOutputStream(Files.newOutputStream(shp), 1 << 16);
    out.write(new byte[HEADER_BYTES]);
  }

  /** One feature with a value or null for each field. */
  public void add(Polygon polygon, Object... values) throws IOException {
    List<Coordinate[]> rings = new ArrayList<>();
    rings.add(directed(polygon.getExteriorRing().getCoordinates(), false));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(directed(polygon.getInteriorRingN(i).getCoordinates(), true));
    }
    out.write(record(rings, polygon.getEnvelopeInternal()));
    attributes.add(values);
    bounds.expandToInclude(polygon.getEnvelopeInternal());
  }

  @Override
  public void close() throws IOException {
    out.close();
    attributes.close();
    int words = HEADER_BYTES / 2;
    ByteBuffer index = ByteBuffer.allocate(HEADER_BYTES + 8 * contentWords.size());
    index.put(header(index.capacity() / 2));
    for (int content : contentWords) {
      index.putInt(words).putInt(content);
      words += 4 + content;
    }
    Files.write(shx, index.array());
    try (RandomAccessFile start = new RandomAccessFile(shp.toFile(), "rw")) {
      start.write(header(words));
    }
  }

  private byte[] record(List<Coordinate[]> rings, Envelope envelope) {
    int points = rings.stream().mapToInt(ring -> ring.length).sum();
    int content = 44 + 4 * rings.size() + 16 * points;
    ByteBuffer record = ByteBuffer.allocate(8 + content);
    contentWords.add(content / 2);
    record.putInt(contentWords.size()).putInt(content / 2);
    record.order(ByteOrder.LITTLE_ENDIAN).putInt(POLYGON);
    putBounds(record, envelope);
    record.putInt(rings.size()).putInt(points);
    int first = 0;
    for (Coordinate[] ring : rings) {
      record.putInt(first);
      first += ring.length;
    }
    for (Coordinate[] ring : rings) {
      for (Coordinate point : ring) {
        record.putDouble(point.x).putDouble(point.y);
      }
    }
    return record.array();
  }

  private byte[] header(int fileWords) {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(0, FILE_CODE).putInt(24, fileWords);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, VERSION).putInt(32, POLYGON).position(36);
    putBounds(header, bounds);
    return header.array();
  }

  private static void putBounds(ByteBuffer buffer, Envelope box) {
    buffer.putDouble(box.getMinX()).putDouble(box.getMinY());
    buffer.putDouble(box.getMaxX()).putDouble(box.getMaxY());
  }

  private static Coordinate[] directed(Coordinate[] ring, boolean counterClockwise) {
    if (Orientation.isCCW(ring) == counterClockwise) {
      return ring;
    }
    Coordinate[] reversed = ring.clone();
    CoordinateArrays.reverse(reversed);
    return reversed;
  }

  private Path sibling(String extension) {
    String name = shp.getFileName().toString();
    return shp.resolveSibling(name.substring(0, name.length() - 3) + extension);
  }
}
