package org.planpulse.jobs.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What happens to bytes on their way; each kind gives several states by their description. */
final class Damage {

  /** Brackets, cells or bytes of what is nested or repeated too often. */
  static final int DEEP = 100_000;

  private Damage() {}

  /** The beginning of the content: up to a place the seed tells, and all but one byte. */
  static Map<String, byte[]> cut(byte[] content, long seed) {
    Map<String, byte[]> states = new LinkedHashMap<>();
    for (int length : new int[] {new Random(seed).nextInt(content.length), content.length - 1}) {
      states.put("cut at " + length, Arrays.copyOf(content, length));
    }
    return states;
  }

  /** One bit or sixteen of the content turned over, at places the seed tells. */
  static Map<String, byte[]> flipped(byte[] content, long seed) {
    Random random = new Random(seed);
    byte[] changed = content.clone();
    StringBuilder places = new StringBuilder();
    for (int flips = random.nextBoolean() ? 1 : 16; flips > 0; flips--) {
      int at = random.nextInt(content.length);
      changed[at] ^= (byte) (1 << random.nextInt(8));
      places.append(' ').append(at);
    }
    return Map.of("bits flipped at" + places, changed);
  }

  /** A run of other bytes in place of its own. */
  static byte[] overwritten(byte[] content, int at, byte... by) {
    byte[] changed = content.clone();
    System.arraycopy(by, 0, changed, at, by.length);
    return changed;
  }

  /** Zeros from here on, as a broken copy leaves them; the length stays. */
  static byte[] zeroed(byte[] content, double share) {
    byte[] changed = content.clone();
    Arrays.fill(changed, (int) (share * content.length), content.length, (byte) 0);
    return changed;
  }

  static byte[] littleEndian(byte[] content, int at, int value) {
    return put(content, at, ByteOrder.LITTLE_ENDIAN, value);
  }

  static byte[] bigEndian(byte[] content, int at, int value) {
    return put(content, at, ByteOrder.BIG_ENDIAN, value);
  }

  /** A little-endian number of a shapefile. */
  static byte[] doubleAt(byte[] content, int at, double value) {
    byte[] changed = content.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putDouble(at, value);
    return changed;
  }

  /** In the byte order the TIFF states. */
  static byte[] intOf(byte[] tiff, int at, int value) {
    return put(tiff, at, order(tiff), value);
  }

  /** Gives a tag of the first directory another number of values, and another LONG for value. */
  static byte[] tag(byte[] tiff, int tag, long count, long value) {
    ByteBuffer buffer = ByteBuffer.wrap(tiff.clone()).order(order(tiff));
    int directory = buffer.getInt(4);
    int entries = Short.toUnsignedInt(buffer.getShort(directory));
    for (int at = directory + 2; at < directory + 2 + 12 * entries; at += 12) {
      if (Short.toUnsignedInt(buffer.getShort(at)) == tag) {
        buffer.putShort(at + 2, (short) 4).putInt(at + 4, (int) count).putInt(at + 8, (int) value);
      }
    }
    return buffer.array();
  }

  static byte[] directoryOf(byte[] tiff, int entries) {
    ByteBuffer buffer = ByteBuffer.wrap(tiff.clone()).order(order(tiff));
    buffer.putShort(buffer.getInt(4), (short) entries);
    return buffer.array();
  }

  /**
   * @param cyclic whether the directory follows on itself; else the next lies behind the end
   */
  static byte[] nextDirectory(byte[] tiff, boolean cyclic) {
    ByteBuffer buffer = ByteBuffer.wrap(tiff.clone()).order(order(tiff));
    int directory = buffer.getInt(4);
    int next = directory + 2 + 12 * Short.toUnsignedInt(buffer.getShort(directory));
    buffer.putInt(next, cyclic ? directory : tiff.length + 100);
    return buffer.array();
  }

  /** An archive with the text of one part changed. */
  static byte[] part(byte[] zip, String name, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals(name)) {
          String text = new String(content, StandardCharsets.UTF_8);
          String changed = change.apply(text);
          if (changed.equals(text)) {
            throw new AssertionError(name + " has nothing of the kind");
          }
          content = changed.getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }

  static byte[] twoEntries(String first, String second, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (String name : new String[] {first, second}) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }

  static byte[] noEntries() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ZipOutputStream(bytes).close();
    return bytes.toByteArray();
  }

  /** Another name of the same length wherever it stands, as no library would write it. */
  static byte[] renamed(byte[] zip, String name, String by) {
    String text = new String(zip, StandardCharsets.ISO_8859_1);
    return text.replace(name, by).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] put(byte[] content, int at, ByteOrder order, int value) {
    byte[] changed = content.clone();
    ByteBuffer.wrap(changed).order(order).putInt(at, value);
    return changed;
  }

  private static ByteOrder order(byte[] tiff) {
    return tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
