package org.planpulse.jobs.ingest.dbf;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * A DBF as texts, deleted records left out.
 *
 * @param names of the fields
 * @param records in file order, each with the number it has in the file, from one
 * @param damaged whether texts fit no charset
 * @param uncounted records behind those the header counts, which were not read
 */
public record DbfTable(
    Charset charset, List<String> names, List<Record> records, boolean damaged, long uncounted) {

  private static final byte DELETED = '*';
  private static final byte KEPT = ' ';

  /** One record's texts without padding. */
  public record Record(int number, List<String> texts) {}

  /** One that belongs to no shapefile, and so has no .cpg file beside it. */
  public static DbfTable read(Path file) throws IOException, FileFault {
    DbfFile dbf = DbfFile.open(file);
    DbfCharset charset = new DbfCharset("", dbf.language());
    List<byte[]> kept = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    dbf.fields().forEach(field -> charset.test(field.name(), 0, field.name().length));
    try (DataInputStream in = dbf.openRecords()) {
      for (int number = 1; number <= dbf.records(); number++) {
        byte[] bytes = in.readNBytes(dbf.recordLength());
        if (bytes[0] != DELETED && bytes[0] != KEPT) {
          throw DbfFile.damaged("dbf record " + number);
        }
        if (bytes[0] == KEPT) {
          dbf.fields().forEach(field -> charset.test(bytes, field.offset(), field.length()));
          kept.add(bytes);
          numbers.add(number);
        }
      }
    }
    Charset found = charset.found();
    List<Record> records = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      byte[] bytes = kept.get(i);
      records.add(
          new Record(
              numbers.get(i),
              dbf.fields().stream()
                  .map(field -> text(bytes, field.offset(), field.length(), found))
                  .toList()));
    }
    List<String> names =
        dbf.fields().stream()
            .map(field -> text(field.name(), 0, field.name().length, found))
            .toList();
    return new DbfTable(found, names, records, charset.damaged(), dbf.uncounted());
  }

  private static String text(byte[] bytes, int offset, int length, Charset charset) {
    return new String(bytes, offset, length, charset).replaceAll("[ \0\uFFFD]+$", "").strip();
  }
}
