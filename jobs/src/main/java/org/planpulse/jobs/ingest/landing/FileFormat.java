package org.planpulse.jobs.ingest.landing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** What a file is, told by its first bytes and never by its name. */
public enum FileFormat {
  OLE2("xls", "et"),
  OOXML("xlsx", "xlsm"),
  ZIP("zip"),
  GEOPACKAGE("gpkg"),
  TIFF("tif", "tiff"),
  SHAPEFILE("shp"),
  GEOJSON("geojson", "json"),
  HTML("html", "htm"),
  PDF("pdf"),
  TEXT("csv", "txt", "tsv"),
  EMPTY(),
  UNKNOWN();

  private static final int SNIFFED_BYTES = 512;

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
    return this == OLE2 || this == OOXML;
  }

  /** Name as stored in {@code bronze.source_file}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static FileFormat of(Path file) throws IOException {
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
    return text(head);
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
      return GEOJSON;
    }
    return start.contains("<html") || start.contains("<!doctype html") || start.contains("<table")
        ? HTML
        : TEXT;
  }

  /** A damaged archive counts as a workbook, so that the workbook reader says what is wrong. */
  private static FileFormat zipped(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.stream().anyMatch(entry -> entry.getName().startsWith("xl/")) ? OOXML : ZIP;
    } catch (ZipException e) {
      return OOXML;
    }
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
