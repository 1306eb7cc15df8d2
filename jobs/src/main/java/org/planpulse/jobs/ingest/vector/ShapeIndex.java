package org.planpulse.jobs.ingest.vector;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the records of a shapefile stand, by its .shx. Programs that edit a layer leave old records
 * and gaps behind in the .shp; only the index knows which record is a feature's.
 */
final class ShapeIndex implements Closeable {

  private static final int ENTRY_BYTES = 8;

  private final DataInputStream in;
  private long left;

  private ShapeIndex(Path shx) throws IOException {
    in = new DataInputStream(new BufferedInputStream(Files.newInputStream(shx)));
    in.skipNBytes(ShapeRecords.HEADER_BYTES);
    left = (Files.size(shx) - ShapeRecords.HEADER_BYTES) / ENTRY_BYTES;
  }

  /**
   * @param shpBytes length of the .shp
   * @return empty when an entry leads out of the file: then the order of the records must do
   */
  static Optional<ShapeIndex> open(Path shx, long shpBytes) throws IOException {
    if (Files.size(shx) < ShapeRecords.HEADER_BYTES) {
      return Optional.empty();
    }
    try (ShapeIndex trial = new ShapeIndex(shx)) {
      for (long at = trial.next(); at >= 0; at = trial.next()) {
        if (at < ShapeRecords.HEADER_BYTES || at + ENTRY_BYTES >= shpBytes) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new ShapeIndex(shx));
  }

  /** Offset of the next feature's record, or -1 behind the last. */
  long next() throws IOException {
    if (left-- <= 0) {
      return -1;
    }
    long offset = 2L * Integer.toUnsignedLong(in.readInt());
    in.readInt();
    return offset;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
