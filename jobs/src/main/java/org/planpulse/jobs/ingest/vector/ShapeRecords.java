package org.planpulse.jobs.ingest.vector;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.dbf.DbfFile;
import org.planpulse.jobs.ingest.landing.FileFault;

/** Goes through the records of a .shp file (ESRI Shapefile Technical Description, July 1998). */
final class ShapeRecords implements Closeable {

  static final int HEADER_BYTES = 100;

  private static final int RECORD_HEADER_BYTES = 8;

  private static final Set<Integer> POINTS = Set.of(1, 11, 21);
  private static final Set<Integer> MULTIPOINTS = Set.of(8, 18, 28);
  private static final Set<Integer> POLYGONS = Set.of(5, 15, 25);
  private static final Set<Integer> LINES_AND_POLYGONS = Set.of(3, 5, 13, 15, 23, 25);

  /** Shape type and bounding box come before the counts. */
  private static final int COUNTS_AT = 36;

  private final FileInputStream file;
  private final long bytes;
  private final Optional<ShapeIndex> index;
  private final byte[] header = new byte[HEADER_BYTES];
  private DataInputStream in;
  private long position;

  /**
   * @param shx tells the records of the features; without it, or where it cannot be right, they are
   *     taken in the order they stand in
   */
  ShapeRecords(Path shp, Optional<Path> shx) throws IOException, FileFault {
    bytes = Files.size(shp);
    if (bytes < HEADER_BYTES) {
      throw DbfFile.damaged("shp header");
    }
    index = shx.isPresent() ? ShapeIndex.open(shx.get(), bytes) : Optional.empty();
    file = new FileInputStream(shp.toFile());
    in = buffered();
    in.readFully(header);
    position = HEADER_BYTES;
  }

  /** Kind of geometry the header promises, as in WKT. */
  static String kind(Path shp) throws IOException, FileFault {
    try (ShapeRecords records = new ShapeRecords(shp, Optional.empty())) {
      int type = ByteBuffer.wrap(records.header).order(ByteOrder.LITTLE_ENDIAN).getInt(32) % 10;
      return switch (type) {
        case 1 -> "Point";
        case 3 -> "LineString";
        case 5 -> "Polygon";
        case 8 -> "MultiPoint";
        default -> "";
      };
    }
  }

  byte[] header() {
    return header;
  }

  Extent extent() {
    ByteBuffer box = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    return new Extent(box.getDouble(36), box.getDouble(44), box.getDouble(52), box.getDouble(60));
  }

  /**
   * Content of the next record without its header, or null at the end.
   *
   * @throws FileFault when a record is longer than the rest of the file
   */
  byte[] next() throws IOException, FileFault {
    long at = index.isPresent() ? index.get().next() : position;
    if (at < 0 || at >= bytes) {
      return null;
    }
    moveTo(at);
    if (bytes - position < RECORD_HEADER_BYTES + 4) {
      throw DbfFile.damaged("shp record");
    }
    in.readInt();
    long length = 2L * in.readInt();
    position += RECORD_HEADER_BYTES;
    if (length < 4 || length > bytes - position) {
      throw DbfFile.damaged("shp record");
    }
    position += length;
    return in.readNBytes((int) length);
  }

  private void moveTo(long at) throws IOException {
    if (at != position) {
      file.getChannel().position(at);
      in = buffered();
      position = at;
    }
  }

  private DataInputStream buffered() {
    return new DataInputStream(new BufferedInputStream(file, 1 << 16));
  }

  /** Whether a record holds coordinates that make a shape: all numbers, rings that close. */
  static boolean hasGeometry(byte[] content) {
    ByteBuffer record = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int type = record.getInt(0);
    if (POINTS.contains(type)) {
      return placed(record, 4, 1);
    }
    if (MULTIPOINTS.contains(type)) {
      return content.length > COUNTS_AT + 4
          && placed(record, COUNTS_AT + 4, record.getInt(COUNTS_AT));
    }
    if (!LINES_AND_POLYGONS.contains(type) || content.length < COUNTS_AT + 8) {
      return false;
    }
    int parts = record.getInt(COUNTS_AT);
    int points = record.getInt(COUNTS_AT + 4);
    long pointsAt = COUNTS_AT + 8 + 4L * parts;
    return parts > 0
        && placed(record, pointsAt, points)
        && partsFit(record, (int) pointsAt, parts, points, POLYGONS.contains(type));
  }

  private static boolean placed(ByteBuffer record, long at, long points) {
    if (points <= 0 || at + 16 * points > record.capacity()) {
      return false;
    }
    for (int i = 0; i < 2 * points; i++) {
      if (!Double.isFinite(record.getDouble((int) at + 8 * i))) {
        return false;
      }
    }
    return true;
  }

  /** Every part starts behind the one before; a ring ends where it began. */
  private static boolean partsFit(
      ByteBuffer record, int pointsAt, int parts, int points, boolean rings) {
    for (int part = 0; part < parts; part++) {
      int first = record.getInt(COUNTS_AT + 8 + 4 * part);
      int end = part + 1 < parts ? record.getInt(COUNTS_AT + 12 + 4 * part) : points;
      int fewest = rings ? 3 : 2;
      if (first < 0 || end > points || end - first < fewest || part == 0 && first != 0) {
        return false;
      }
      int start = pointsAt + 16 * first;
      int last = pointsAt + 16 * (end - 1);
      boolean closed =
          record.getDouble(start) == record.getDouble(last)
              && record.getDouble(start + 8) == record.getDouble(last + 8);
      if (rings && !closed) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    if (index.isPresent()) {
      index.get().close();
    }
    file.close();
  }
}
