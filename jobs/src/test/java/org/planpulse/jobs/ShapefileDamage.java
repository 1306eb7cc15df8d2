package org.planpulse.jobs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Overwrites attributes and vertices of a shapefile in place; features count from 1. */
final class ShapefileDamage {

  private static final int SHAPE_HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int POINT = 16;

  private final Path shp;

  ShapefileDamage(Path shp) {
    this.shp = shp;
  }

  Path member(String extension) {
    String name = shp.getFileName().toString();
    return shp.resolveSibling(name.substring(0, name.length() - 3) + extension);
  }

  void set(int feature, int field, String text) throws IOException {
    set(feature, field, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Fills a field with bytes and blanks. */
  void set(int feature, int field, byte[] text) throws IOException {
    byte[] dbf = Files.readAllBytes(member("dbf"));
    int at = start(dbf, feature, field);
    Arrays.fill(dbf, at, at + length(dbf, field), (byte) ' ');
    System.arraycopy(text, 0, dbf, at, text.length);
    Files.write(member("dbf"), dbf);
  }

  void copy(int from, int to, int field) throws IOException {
    byte[] dbf = Files.readAllBytes(member("dbf"));
    int at = start(dbf, from, field);
    set(to, field, Arrays.copyOfRange(dbf, at, at + length(dbf, field)));
  }

  /** Swaps the second and third vertex of a polygon of one ring. */
  void crossItself(int feature) throws IOException {
    ByteBuffer shapes = ByteBuffer.wrap(Files.readAllBytes(shp));
    ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(member("shx")));
    int shape = 2 * index.getInt(SHAPE_HEADER + 8 * (feature - 1)) + RECORD_HEADER;
    int parts = shapes.order(ByteOrder.LITTLE_ENDIAN).getInt(shape + 36);
    int second = shape + 44 + 4 * parts + POINT;
    byte[] bytes = shapes.array();
    byte[] kept = Arrays.copyOfRange(bytes, second, second + POINT);
    System.arraycopy(bytes, second + POINT, bytes, second, POINT);
    System.arraycopy(kept, 0, bytes, second + POINT, POINT);
    Files.write(shp, bytes);
  }

  private static int start(byte[] dbf, int feature, int field) {
    ByteBuffer header = ByteBuffer.wrap(dbf).order(ByteOrder.LITTLE_ENDIAN);
    int at = header.getShort(8) + (feature - 1) * header.getShort(10) + 1;
    for (int i = 0; i < field; i++) {
      at += length(dbf, i);
    }
    return at;
  }

  private static int length(byte[] dbf, int field) {
    return dbf[32 * (field + 1) + 16] & 0xFF;
  }
}
