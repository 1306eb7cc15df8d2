package org.planpulse.jobs.ingest.raster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * The first directory of a TIFF file (TIFF 6.0) with its GeoTIFF keys (OGC 19-008r4), read without
 * touching any cell, so that an absurd size can be refused before memory is spent on it.
 *
 * @param bits of one cell in one band
 * @param crs {@code EPSG:n} from the keys; empty when user-defined or absent
 * @param whole whether the cells it points at lie in the file and fill the raster
 */
public record TiffHeader(
    long width,
    long height,
    int bands,
    int bits,
    Optional<String> crs,
    Extent extent,
    boolean whole) {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int STRIPS = 273;
  private static final int BANDS = 277;
  private static final int STRIP_BYTES = 279;
  private static final int TILES = 324;
  private static final int TILE_BYTES = 325;
  private static final int CELL_SIZE = 33550;
  private static final int TIE_POINT = 33922;
  private static final int TRANSFORMATION = 34264;
  private static final int GEO_KEYS = 34735;

  private static final int KEY_GEOGRAPHIC = 2048;
  private static final int KEY_PROJECTED = 3072;
  private static final int USER_DEFINED = 32767;

  private static final int ENTRY_BYTES = 12;
  private static final int MAX_VALUES = 1 << 20;
  private static final int UNCOMPRESSED = 1;

  public static TiffHeader read(Path file) throws IOException, FileFault {
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      byte[] start = bytes(in, 0, 8);
      ByteOrder order = start[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      ByteBuffer head = ByteBuffer.wrap(start).order(order);
      if (head.getShort(2) != 42) {
        throw new FileFault("FORMAT_UNSUPPORTED", Map.of("format", "BigTIFF"));
      }
      long directory = Integer.toUnsignedLong(head.getInt(4));
      Map<Integer, List<Double>> tags = tags(in, order, directory);
      checkChain(in, order, directory);
      return new TiffHeader(
          (long) first(tags, WIDTH),
          (long) first(tags, HEIGHT),
          bands(tags),
          bits(tags),
          crs(tags.getOrDefault(GEO_KEYS, List.of())),
          extent(tags),
          isWhole(tags, in.length()));
    }
  }

  /** Decoders follow the directories to the last, for ever when one leads back. */
  private static void checkChain(RandomAccessFile in, ByteOrder order, long first)
      throws IOException, FileFault {
    Set<Long> met = new HashSet<>();
    for (long at = first; at != 0; ) {
      if (!met.add(at)) {
        throw damaged("TIFF directories");
      }
      int entries = Short.toUnsignedInt(ByteBuffer.wrap(bytes(in, at, 2)).order(order).getShort());
      long next = at + 2 + (long) entries * ENTRY_BYTES;
      at = Integer.toUnsignedLong(ByteBuffer.wrap(bytes(in, next, 4)).order(order).getInt());
    }
  }

  /**
   * Decoders make room for what the directory promises, so the cells it points at must lie in the
   * file, and uncompressed ones fill the raster.
   */
  private static boolean isWhole(Map<Integer, List<Double>> tags, long fileLength)
      throws FileFault {
    boolean tiled = tags.containsKey(TILES);
    List<Double> places = tags.getOrDefault(tiled ? TILES : STRIPS, List.of());
    List<Double> lengths = tags.getOrDefault(tiled ? TILE_BYTES : STRIP_BYTES, List.of());
    boolean lieInFile = !places.isEmpty() && places.size() == lengths.size();
    for (int i = 0; lieInFile && i < places.size(); i++) {
      lieInFile = places.get(i) + lengths.get(i) <= fileLength;
    }
    double wanted = first(tags, WIDTH) * first(tags, HEIGHT) * bands(tags) * bits(tags) / 8;
    double found = lengths.stream().mapToDouble(Double::doubleValue).sum();
    boolean plain = tags.containsKey(COMPRESSION) && first(tags, COMPRESSION) == UNCOMPRESSED;
    boolean filled = tiled || !plain || Math.abs(found - wanted) <= wanted / 8;
    return lieInFile && wanted > 0 && filled;
  }

  private static int bands(Map<Integer, List<Double>> tags) throws FileFault {
    return tags.containsKey(BANDS) ? (int) first(tags, BANDS) : 1;
  }

  private static int bits(Map<Integer, List<Double>> tags) throws FileFault {
    return tags.containsKey(BITS) ? (int) first(tags, BITS) : 1;
  }

  private static Map<Integer, List<Double>> tags(RandomAccessFile in, ByteOrder order, long at)
      throws IOException, FileFault {
    int entries = Short.toUnsignedInt(ByteBuffer.wrap(bytes(in, at, 2)).order(order).getShort());
    ByteBuffer directory = ByteBuffer.wrap(bytes(in, at + 2, entries * ENTRY_BYTES)).order(order);
    Map<Integer, List<Double>> tags = new HashMap<>();
    for (int i = 0; i < entries; i++) {
      ByteBuffer entry = directory.slice(i * ENTRY_BYTES, ENTRY_BYTES).order(order);
      int type = entry.getShort(2);
      long count = Integer.toUnsignedLong(entry.getInt(4));
      int size = size(type);
      if (size > 0 && count <= MAX_VALUES) {
        int length = (int) count * size;
        ByteBuffer values =
            length <= 4
                ? entry.slice(8, 4).order(order)
                : ByteBuffer.wrap(bytes(in, Integer.toUnsignedLong(entry.getInt(8)), length))
                    .order(order);
        tags.put(Short.toUnsignedInt(entry.getShort(0)), values(values, type, (int) count));
      }
    }
    return tags;
  }

  /** Bytes of the value types read: SHORT, LONG, DOUBLE; 0 for others. */
  private static int size(int type) {
    return switch (type) {
      case 3 -> 2;
      case 4 -> 4;
      case 12 -> 8;
      default -> 0;
    };
  }

  private static List<Double> values(ByteBuffer in, int type, int count) {
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(
          switch (type) {
            case 3 -> (double) Short.toUnsignedInt(in.getShort());
            case 4 -> (double) Integer.toUnsignedLong(in.getInt());
            default -> in.getDouble();
          });
    }
    return values;
  }

  private static Optional<String> crs(List<Double> keys) {
    Map<Integer, Integer> codes = new HashMap<>();
    for (int i = 4; i + 3 < keys.size(); i += 4) {
      codes.put(keys.get(i).intValue(), keys.get(i + 3).intValue());
    }
    int code = codes.getOrDefault(KEY_PROJECTED, codes.getOrDefault(KEY_GEOGRAPHIC, 0));
    return code <= 0 || code == USER_DEFINED ? Optional.empty() : Optional.of("EPSG:" + code);
  }

  private static Extent extent(Map<Integer, List<Double>> tags) throws FileFault {
    List<Double> cell = tags.getOrDefault(CELL_SIZE, List.of());
    List<Double> tie = tags.getOrDefault(TIE_POINT, List.of());
    List<Double> matrix = tags.getOrDefault(TRANSFORMATION, List.of());
    if (matrix.size() == 16 && matrix.get(1) == 0 && matrix.get(4) == 0) {
      return extent(tags, matrix.get(3), matrix.get(7), matrix.get(0), -matrix.get(5));
    }
    if (cell.size() < 2 || tie.size() < 6) {
      return Extent.UNKNOWN;
    }
    double west = tie.get(3) - tie.get(0) * cell.get(0);
    double north = tie.get(4) + tie.get(1) * cell.get(1);
    return extent(tags, west, north, cell.get(0), cell.get(1));
  }

  private static Extent extent(
      Map<Integer, List<Double>> tags, double west, double north, double width, double height)
      throws FileFault {
    return new Extent(
        west, north - first(tags, HEIGHT) * height, west + first(tags, WIDTH) * width, north);
  }

  private static double first(Map<Integer, List<Double>> tags, int tag) throws FileFault {
    List<Double> values = tags.getOrDefault(tag, List.of());
    if (values.isEmpty()) {
      throw damaged("TIFF tag " + tag);
    }
    return values.get(0);
  }

  private static byte[] bytes(RandomAccessFile in, long at, int length)
      throws IOException, FileFault {
    if (at < 0 || at + length > in.length()) {
      throw damaged("TIFF header");
    }
    byte[] bytes = new byte[length];
    in.seek(at);
    in.readFully(bytes);
    return bytes;
  }

  private static FileFault damaged(String detail) {
    return new FileFault("FILE_DAMAGED", Map.of("detail", detail));
  }
}
