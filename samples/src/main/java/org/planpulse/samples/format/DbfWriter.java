package org.planpulse.samples.format;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * dBASE III table as ArcGIS writes it in China: any charset for names and values, language byte 0.
 * Libraries stamp the day of writing into the header, so that equal tables would differ.
 */
final class DbfWriter implements Closeable {

  private static final int HEADER = 32;
  private static final int MAX_NAME = 10;
  private static final byte BLANK = ' ';

  private final Path file;
  private final Charset charset;
  private final List<DbfField> fields;
  private final LocalDate updated;
  private final byte[] record;
  private final OutputStream out;
  private int records;

  DbfWriter(Path file, Charset charset, LocalDate updated, List<DbfField> fields)
      throws IOException {
    this.file = file;
    this.charset = charset;
    this.fields = List.copyOf(fields);
    this.updated = updated;
    this.record = new byte[1 + fields.stream().mapToInt(DbfField::length).sum()];
    this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    out.write(header());
  }

  /** One record: a String, Integer or BigDecimal for each field; null leaves it blank. */
  void add(Object... values) throws IOException {
    Arrays.fill(record, BLANK);
    int at = 1;
    for (int i = 0; i < values.length; i++) {
      DbfField field = fields.get(i);
      if (values[i] != null) {
        put(field, values[i], at);
      }
      at += field.length();
    }
    out.write(record);
    records++;
  }

  @Override
  public void close() throws IOException {
    out.write(0x1A);
    out.close();
    try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "rw")) {
      header.write(header());
    }
  }

  private void put(DbfField field, Object value, int at) {
    byte[] bytes = text(field, value).getBytes(charset);
    if (bytes.length > field.length()) {
      throw new IllegalArgumentException(value + " does not fit field " + field.name());
    }
    int shift = field.type() == 'N' ? field.length() - bytes.length : 0;
    System.arraycopy(bytes, 0, record, at + shift, bytes.length);
  }

  private static String text(DbfField field, Object value) {
    if (value instanceof BigDecimal number) {
      return number.setScale(field.decimals()).toPlainString();
    }
    return value.toString();
  }

  private byte[] header() {
    int length = HEADER + HEADER * fields.size() + 1;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 3);
    header.put((byte) (updated.getYear() - 1900));
    header.put((byte) updated.getMonthValue());
    header.put((byte) updated.getDayOfMonth());
    header.putInt(records);
    header.putShort((short) length);
    header.putShort((short) record.length);
    header.position(HEADER);
    for (DbfField field : fields) {
      putDescriptor(header, field);
    }
    header.put((byte) 0x0D);
    return header.array();
  }

  private void putDescriptor(ByteBuffer header, DbfField field) {
    int start = header.position();
    byte[] name = field.name().getBytes(charset);
    if (name.length > MAX_NAME) {
      throw new IllegalArgumentException("field name " + field.name() + " has over 10 bytes");
    }
    header.put(name);
    header.put(start + 11, (byte) field.type());
    header.put(start + 16, (byte) field.length());
    header.put(start + 17, (byte) field.decimals());
    header.position(start + HEADER);
  }
}
