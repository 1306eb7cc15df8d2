package org.planpulse.jobs.ingest.dbf;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * A DBF as texts, deleted records left out.
 *
 * @param names of the fields
 * @param damaged whether texts fit no charset
 * @param uncounted records behind those the header counts, which are not read
 */
public record DbfTable(
    DbfFile file, Charset charset, List<String> names, boolean damaged, long uncounted) {

  private static final byte DELETED = '*';
  private static final byte KEPT = ' ';
  private static final String PADDING = " \0\uFFFD";

  /**
   * One record's texts without padding.
   *
   * @param number in the file, from 1
   */
  public record Record(int number, List<String> texts) {}

  /** One that belongs to no shapefile, and so has no .cpg file beside it. */
  public static DbfTable of(Path path) throws IOException, FileFault {
    DbfFile file = DbfFile.open(path);
    DbfCharset charset = new DbfCharset("", file.language());
    file.fields().forEach(field -> charset.test(field.name(), 0, field.name().length));
    try (Records records = new Records(file, null)) {
      for (byte[] bytes = records.bytes(); bytes != null; bytes = records.bytes()) {
        byte[] record = bytes;
        file.fields().forEach(field -> charset.test(record, field.offset(), field.length()));
      }
    }
    List<String> names =
        file.fields().stream()
            .map(field -> text(field.name(), 0, field.name().length, charset.found()))
            .toList();
    return new DbfTable(file, charset.found(), names, charset.damaged(), file.uncounted());
  }

  /** The records from the first on. */
  public Records open() throws IOException {
    return new Records(file, charset);
  }

  /** Reads one record after the other. */
  public static final class Records implements Closeable {

    private final DbfFile file;
    private final Charset charset;
    private final DataInputStream in;
    private int number;

    private Records(DbfFile file, Charset charset) throws IOException {
      this.file = file;
      this.charset = charset;
      this.in = file.openRecords();
    }

    /**
     * @return null at the end
     */
    public Record next() throws IOException, FileFault {
      byte[] bytes = bytes();
      if (bytes == null) {
        return null;
      }
      List<String> texts =
          file.fields().stream()
              .map(field -> text(bytes, field.offset(), field.length(), charset))
              .toList();
      return new Record(number, texts);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }

    private byte[] bytes() throws IOException, FileFault {
      while (number < file.records()) {
        byte[] bytes = in.readNBytes(file.recordLength());
        number++;
        if (bytes[0] == KEPT) {
          return bytes;
        }
        if (bytes[0] != DELETED) {
          throw DbfFile.damaged("dbf record " + number);
        }
      }
      return null;
    }
  }

  private static String text(byte[] bytes, int offset, int length, Charset charset) {
    String text = new String(bytes, offset, length, charset);
    int end = text.length();
    while (end > 0 && PADDING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }
}
