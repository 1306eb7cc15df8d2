package org.planpulse.jobs.ingest.vector;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.planpulse.jobs.ingest.dbf.DbfFile;

/**
 * Writes the clean copy of a shapefile. Spark's reader decodes field names as UTF-8 whatever they
 * are, turns numbers it cannot parse into nothing, skips deleted attribute records but not their
 * shapes, and without an index may miss the last shapes of a big file. So in the copy names are
 * ASCII, all fields are text, records are only those that can be loaded, and the index is exact.
 */
final class ShapefileStage implements Closeable {

  private static final int MAX_TEXT = 255;

  private final DbfFile source;
  private final Path shpPath;
  private final Path shxPath;
  private final Path dbfPath;
  private final DataOutputStream shp;
  private final DataOutputStream shx;
  private final DataOutputStream dbf;
  private int records;
  private long shpBytes = ShapeRecords.HEADER_BYTES;

  /**
   * @param folder an own one for this copy
   * @param shpHeader of the original
   */
  ShapefileStage(Path folder, DbfFile source, byte[] shpHeader) throws IOException {
    this.source = source;
    Files.createDirectories(folder);
    shpPath = folder.resolve("layer.shp");
    shxPath = folder.resolve("layer.shx");
    dbfPath = folder.resolve("layer.dbf");
    shp = open(shpPath);
    shx = open(shxPath);
    dbf = open(dbfPath);
    shp.write(shpHeader);
    shx.write(shpHeader);
    dbf.write(dbfHeader());
  }

  static String stagedName(int field) {
    return String.format(Locale.ROOT, "c%03d", field);
  }

  /**
   * @param number of the feature in the original, from 1
   * @param shape content of the .shp record
   * @param attributes the DBF record, deletion flag included
   */
  void write(int number, byte[] shape, byte[] attributes) throws IOException {
    shx.writeInt((int) (shpBytes / 2));
    shx.writeInt(shape.length / 2);
    shp.writeInt(number);
    shp.writeInt(shape.length / 2);
    shp.write(shape);
    shpBytes += 8 + shape.length;
    dbf.write(attributes);
    records++;
  }

  /** Completes the copy: lengths and counts in the headers are known only now. */
  @Override
  public void close() throws IOException {
    shp.close();
    shx.close();
    dbf.close();
    patch(shpPath, 24, ByteOrder.BIG_ENDIAN, (int) (Files.size(shpPath) / 2));
    patch(shxPath, 24, ByteOrder.BIG_ENDIAN, (int) (Files.size(shxPath) / 2));
    patch(dbfPath, 4, ByteOrder.LITTLE_ENDIAN, records);
  }

  private byte[] dbfHeader() {
    int fields = source.fields().size();
    int length = DbfFile.FILE_HEADER_BYTES + fields * DbfFile.DESCRIPTOR_BYTES + 1;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) 3);
    header.putShort(8, (short) length);
    header.putShort(10, (short) source.recordLength());
    for (int i = 0; i < fields; i++) {
      int at = DbfFile.FILE_HEADER_BYTES + i * DbfFile.DESCRIPTOR_BYTES;
      header.put(at, stagedName(i).getBytes(StandardCharsets.US_ASCII));
      header.put(at + 11, (byte) 'C');
      header.put(at + 16, (byte) Math.min(MAX_TEXT, source.fields().get(i).length()));
    }
    header.put(length - 1, DbfFile.DESCRIPTORS_END);
    return header.array();
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
  }

  private static void patch(Path file, int at, ByteOrder order, int value) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.allocate(4).order(order).putInt(0, value), at);
    }
  }
}
