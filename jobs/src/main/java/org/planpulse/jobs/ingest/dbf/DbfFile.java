package org.planpulse.jobs.ingest.dbf;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * Layout of a dBASE III table, alone or as the attributes of a shapefile.
 *
 * @param records as the header counts them
 * @param recordLength in bytes, the deletion flag included
 * @param language code page byte; 0 when not set
 */
public record DbfFile(
    Path path, int records, int headerLength, int recordLength, int language, List<Field> fields) {

  public static final int FILE_HEADER_BYTES = 32;
  public static final int DESCRIPTOR_BYTES = 32;
  public static final byte DESCRIPTORS_END = 0x0D;

  private static final int NAME_BYTES = 11;
  private static final int LANGUAGE_AT = 29;

  /**
   * @param name bytes of the name in a charset the header does not tell
   * @param type {@code C}, {@code N}, {@code F}, {@code D}, {@code L}
   * @param offset in the record, behind the deletion flag
   */
  public record Field(byte[] name, char type, int offset, int length) {}

  public static DbfFile open(Path path) throws IOException, FileFault {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(1 << 16);
    }
    if (head.length < FILE_HEADER_BYTES + 1) {
      throw damaged("dbf header");
    }
    ByteBuffer header = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int records = header.getInt(4);
    int headerLength = Short.toUnsignedInt(header.getShort(8));
    int recordLength = Short.toUnsignedInt(header.getShort(10));
    List<Field> fields = fields(head, headerLength);
    int end = FILE_HEADER_BYTES + fields.size() * DESCRIPTOR_BYTES;
    if (end >= Math.min(headerLength, head.length)) {
      throw damaged("dbf header");
    }
    int used = fields.stream().mapToInt(Field::length).sum() + 1;
    boolean complete = Files.size(path) >= headerLength + (long) records * recordLength;
    if (records < 0 || used > recordLength || !complete) {
      throw damaged("dbf: " + records + " records of " + recordLength + " bytes");
    }
    return new DbfFile(path, records, headerLength, recordLength, head[LANGUAGE_AT] & 0xFF, fields);
  }

  private static List<Field> fields(byte[] head, int headerLength) throws FileFault {
    List<Field> fields = new ArrayList<>();
    int offset = 1;
    int at = FILE_HEADER_BYTES;
    while (at < headerLength && at < head.length && head[at] != DESCRIPTORS_END) {
      if (at + DESCRIPTOR_BYTES > head.length) {
        throw damaged("dbf header");
      }
      int end = at;
      while (end < at + NAME_BYTES && head[end] != 0) {
        end++;
      }
      byte[] name = Arrays.copyOfRange(head, at, end);
      int length = head[at + 16] & 0xFF;
      fields.add(new Field(name, (char) head[at + NAME_BYTES], offset, length));
      offset += length;
      at += DESCRIPTOR_BYTES;
    }
    return fields;
  }

  /** Records behind those the header counts. */
  public long uncounted() throws IOException {
    return (Files.size(path) - headerLength) / recordLength - records;
  }

  /** The records one after the other; each {@link #recordLength} bytes, the deletion flag first. */
  public DataInputStream openRecords() throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(path), 1 << 16));
    in.skipNBytes(headerLength);
    return in;
  }

  public static FileFault damaged(String detail) {
    return new FileFault("FILE_DAMAGED", Map.of("detail", detail));
  }
}
