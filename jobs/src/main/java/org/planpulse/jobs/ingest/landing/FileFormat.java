package org.planpulse.jobs.ingest.landing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is, told by its first bytes and never by its name. */
public enum FileFormat {
  OLE2("xls", "et"),
  OOXML("xlsx", "xlsm"),
  ZIP("zip", "kmz"),
  /** Texts and slides: a zip with a list of its parts. */
  OFFICE("docx", "pptx", "odt", "wps"),
  GEOPACKAGE("gpkg"),
  TIFF("tif", "tiff"),
  SHAPEFILE("shp"),
  GEOJSON("geojson", "json"),
  TOPOJSON("topojson", "json"),
  KML("kml"),
  PARQUET("parquet", "geoparquet"),
  DBF("dbf"),
  /** The survey's exchange format for boundary points. */
  BOUNDARY_POINTS("txt"),
  /** A folder of tables, Esri's File Geodatabase. */
  FILE_GEODATABASE("gdb"),
  HTML("html", "htm"),
  PDF("pdf"),
  TEXT("csv", "txt", "tsv"),
  EMPTY(),
  UNKNOWN();

  private static final int SNIFFED_BYTES = 512;
  private static final List<String> BOUNDARY_PARTS = List.of("[属性描述]", "[地块坐标]");

  /** An object whose first member is named, after a byte order mark perhaps. */
  private static final Pattern JSON_OBJECT =
      Pattern.compile("(?:\u00ef\u00bb\u00bf)?\\s*\\{\\s*\"");

  private final Set<String> extensions;

  FileFormat(String... extensions) {
    this.extensions = Set.of(extensions);
  }

  /** Whether a file of this format usually carries the extension of {@code name}. */
  public boolean usualFor(String name) {
    return extensions.isEmpty() || extensions.contains(Delivery.extension(name));
  }

  public boolean workbook() {
    return this == OLE2 || this == OOXML || this == HTML;
  }

  /** Name as stored in {@code bronze.source_file}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FileFormat of(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return FILE_GEODATABASE;
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(SNIFFED_BYTES);
    }
    if (head.length == 0) {
      return EMPTY;
    }
    if (startsWith(head, "d0cf11e0a1b11ae1")) {
      return OLE2;
    }
    if (startsWith(head, "504b0304")) {
      return zipped(file);
    }
    if (startsWith(head, HexFormat.of().formatHex(ascii("SQLite format 3")))) {
      return GEOPACKAGE;
    }
    if (startsWith(head, "49492a00", "4d4d002a", "49492b00", "4d4d002b")) {
      return TIFF;
    }
    if (startsWith(head, "0000270a")) {
      return SHAPEFILE;
    }
    if (startsWith(head, HexFormat.of().formatHex(ascii("%PDF-")))) {
      return PDF;
    }
    if (startsWith(head, HexFormat.of().formatHex(ascii("PAR1")))) {
      return PARQUET;
    }
    return isDbf(head) ? DBF : text(head);
  }

  /** Version, a date that exists, and a header of whole field descriptors. */
  private static boolean isDbf(byte[] head) {
    if (head.length < 33 || (head[0] & 0x07) != 3) {
      return false;
    }
    int headerLength = (head[8] & 0xFF) | (head[9] & 0xFF) << 8;
    return head[2] >= 1 && head[2] <= 12 && head[3] >= 1 && head[3] <= 31 && headerLength % 32 == 1;
  }

  private static FileFormat text(byte[] head) {
    boolean utf16 = startsWith(head, "fffe", "feff");
    for (byte b : head) {
      if (b == 0 && !utf16) {
        return UNKNOWN;
      }
    }
    String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (JSON_OBJECT.matcher(start).lookingAt()) {
      return start.contains("\"topology\"") ? TOPOJSON : GEOJSON;
    }
    if (start.contains("<kml")) {
      return KML;
    }
    if (BOUNDARY_PARTS.stream().anyMatch(part -> contains(head, part))) {
      return BOUNDARY_POINTS;
    }
    return start.contains("<html") || start.contains("<!doctype html") || start.contains("<table")
        ? HTML
        : TEXT;
  }

  /** A damaged archive counts as a workbook, so that the workbook reader says what is wrong. */
  private static FileFormat zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile(), Archive.NAMES)) {
      if (zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/"))) {
        return OOXML;
      }
      boolean office =
          zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
      return office ? OFFICE : ZIP;
    } catch (ZipException | EOFException e) {
      return OOXML;
    }
  }

  private static boolean contains(byte[] head, String text) {
    return Stream.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))
        .anyMatch(charset -> new String(head, charset).contains(text));
  }

  private static boolean startsWith(byte[] head, String... signatures) {
    return Arrays.stream(signatures)
        .map(HexFormat.of()::parseHex)
        .anyMatch(
            signature ->
                head.length >= signature.length
                    && Arrays.equals(head, 0, signature.length, signature, 0, signature.length));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
