package org.planpulse.jobs.ingest.vector;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes small shapefiles byte by byte, sound or broken, as departments' programs do. */
public final class ShapefileFixture {

  private record Field(String name, char type, int length) {}

  private final Charset charset;
  private final List<Field> fields = new ArrayList<>();
  private final List<byte[]> shapes = new ArrayList<>();
  private final List<byte[]> records = new ArrayList<>();
  int language;

  public ShapefileFixture(Charset charset) {
    this.charset = charset;
  }

  public ShapefileFixture field(String name, char type, int length) {
    fields.add(new Field(name, type, length));
    return this;
  }

  /** A square of 100 m with its lower left corner at x, y; a null shape for NaN. */
  public ShapefileFixture square(double x, double y) {
    if (Double.isNaN(x)) {
      shapes.add(new byte[4]);
      return this;
    }
    double[] ring = {x, y, x, y + 100, x + 100, y + 100, x + 100, y, x, y};
    ByteBuffer shape = ByteBuffer.allocate(44 + 4 + 80).order(ByteOrder.LITTLE_ENDIAN);
    shape.putInt(5).putDouble(x).putDouble(y).putDouble(x + 100).putDouble(y + 100);
    shape.putInt(1).putInt(5).putInt(0);
    for (double coordinate : ring) {
      shape.putDouble(coordinate);
    }
    shapes.add(shape.array());
    return this;
  }

  public ShapefileFixture record(String... texts) {
    return record(' ', texts);
  }

  ShapefileFixture record(char flag, String... texts) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    record.write(flag);
    for (int i = 0; i < texts.length; i++) {
      byte[] bytes = texts[i].getBytes(charset);
      byte[] padded = Arrays.copyOf(bytes, fields.get(i).length());
      for (int at = bytes.length; at < padded.length; at++) {
        padded[at] = ' ';
      }
      record.writeBytes(padded);
    }
    records.add(record.toByteArray());
    return this;
  }

  /** A field's bytes as they are. */
  ShapefileFixture rawRecord(byte[] bytes) {
    records.add(bytes);
    return this;
  }

  public Path write(Path folder, String name, double minX, double minY) throws IOException {
    Files.createDirectories(folder);
    ByteArrayOutputStream shpBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream shxBytes = new ByteArrayOutputStream();
    DataOutputStream shp = new DataOutputStream(shpBytes);
    DataOutputStream shx = new DataOutputStream(shxBytes);
    int length = 100 + shapes.stream().mapToInt(shape -> shape.length + 8).sum();
    shp.write(header(length, minX, minY));
    shx.write(header(100 + 8 * shapes.size(), minX, minY));
    for (int i = 0; i < shapes.size(); i++) {
      shx.writeInt(shp.size() / 2);
      shx.writeInt(shapes.get(i).length / 2);
      shp.writeInt(i + 1);
      shp.writeInt(shapes.get(i).length / 2);
      shp.write(shapes.get(i));
    }
    Files.write(folder.resolve(name + ".shx"), shxBytes.toByteArray());
    Files.write(folder.resolve(name + ".dbf"), dbf());
    return Files.write(folder.resolve(name + ".shp"), shpBytes.toByteArray());
  }

  private static byte[] header(int length, double minX, double minY) {
    ByteBuffer header = ByteBuffer.allocate(100);
    header.putInt(0, 9994).putInt(24, length / 2);
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5);
    header.putDouble(36, minX).putDouble(44, minY).putDouble(52, minX + 1000);
    header.putDouble(60, minY + 1000);
    return header.array();
  }

  private byte[] dbf() {
    int headerLength = 32 + 32 * fields.size() + 1;
    int recordLength = 1 + fields.stream().mapToInt(Field::length).sum();
    ByteBuffer header = ByteBuffer.allocate(headerLength).order(ByteOrder.LITTLE_ENDIAN);
    header.put(0, (byte) 3).putInt(4, records.size());
    header.putShort(8, (short) headerLength).putShort(10, (short) recordLength);
    header.put(29, (byte) language);
    for (int i = 0; i < fields.size(); i++) {
      byte[] name = Arrays.copyOf(fields.get(i).name().getBytes(charset), 10);
      header.put(32 + 32 * i, name);
      header.put(32 + 32 * i + 11, (byte) fields.get(i).type());
      header.put(32 + 32 * i + 16, (byte) fields.get(i).length());
      header.put(32 + 32 * i + 17, (byte) (fields.get(i).type() == 'N' ? 2 : 0));
    }
    header.put(headerLength - 1, (byte) 0x0D);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header.array());
    records.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
