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

  /**
   * Whether a record holds coordinates.
   *
   * @throws FileFault when its counts do not fit its length
   */
  static boolean hasGeometry(byte[] content) throws FileFault {
    ByteBuffer record = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int type = record.getInt(0);
    if (POINTS.contains(type)) {
      return content.length >= 20 && Double.isFinite(record.getDouble(4));
    }
    if (MULTIPOINTS.contains(type)) {
      return content.length > COUNTS_AT + 4 && record.getInt(COUNTS_AT) > 0;
    }
    if (!LINES_AND_POLYGONS.contains(type)) {
      return false;
    }
    if (content.length < COUNTS_AT + 8) {
      throw DbfFile.damaged("shp record");
    }
    long parts = record.getInt(COUNTS_AT);
    long points = record.getInt(COUNTS_AT + 4);
    if (parts < 0 || points < 0 || COUNTS_AT + 8 + 4 * parts + 16 * points > content.length) {
      throw DbfFile.damaged("shp record");
    }
    return parts > 0 && points > 0;
  }

  @Override
  public void close() throws IOException {
    if (index.isPresent()) {
      index.get().close();
    }
    file.close();
  }
}
