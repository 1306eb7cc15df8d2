package org.planpulse.jobs.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** What others find in a file: GDAL's tools where they are installed, and plain loops. */
final class IndependentFigures {

  private static final Pattern LAYER = Pattern.compile("(?m)^Layer name: (.*)$");
  private static final Pattern COUNT = Pattern.compile("(?m)^Feature Count: (\\d+)$");
  private static final Pattern COLUMN = Pattern.compile("(?m)^Geometry Column = (.*)$");
  private static final Pattern SUM = Pattern.compile("(?m)^  area \\(Real\\) = (\\S+)$");
  private static final Pattern SIZE = Pattern.compile("(?m)^Size is (\\d+), (\\d+)$");

  private IndependentFigures() {}

  static boolean gdalIsInstalled() {
    return run("ogrinfo", "--version").isPresent() && run("gdalinfo", "--version").isPresent();
  }

  /**
   * What GDAL finds in the layers of a file together.
   *
   * @param area of polygons in the plane of their coordinates, in the square of their unit
   * @param sound whether no ring crosses itself; of one that does tools tell different areas
   */
  record Layers(long features, double area, boolean sound) {}

  /** Empty where {@code ogrinfo} does not open the file. */
  static Optional<Layers> layers(Path file) {
    Optional<String> summary = run("ogrinfo", "-ro", "-so", "-al", file.toString());
    if (summary.isEmpty()) {
      return Optional.empty();
    }
    Layers all = new Layers(0, 0, true);
    for (String text : summary.get().split("(?m)(?=^Layer name: )")) {
      Matcher name = LAYER.matcher(text);
      Matcher count = COUNT.matcher(text);
      if (name.find() && count.find()) {
        Layers layer = layer(file, name.group(1), text, Long.parseLong(count.group(1)));
        all =
            new Layers(
                all.features + layer.features, all.area + layer.area, all.sound && layer.sound);
      }
    }
    return Optional.of(all);
  }

  private static Layers layer(Path file, String name, String summary, long features) {
    if (!summary.contains("Polygon") && !summary.contains("Unknown")) {
      return new Layers(features, 0, true);
    }
    Matcher column = COLUMN.matcher(summary);
    String query =
        "SELECT SUM(ST_Area(\"%1$s\")) AS area, MIN(ST_IsValid(\"%1$s\")) AS sound FROM \"%2$s\""
            .formatted(column.find() ? column.group(1) : "geometry", name);
    String answer =
        run("ogrinfo", "-ro", "-q", "-dialect", "sqlite", "-sql", query, file.toString())
            .orElse("");
    Matcher sum = SUM.matcher(answer);
    return new Layers(
        features, sum.find() ? Double.parseDouble(sum.group(1)) : 0, !answer.contains("= 0\n"));
  }

  /** Columns and rows of a raster. */
  static Optional<long[]> rasterSize(Path file) {
    Matcher size = SIZE.matcher(run("gdalinfo", file.toString()).orElse(""));
    return size.find()
        ? Optional.of(new long[] {Long.parseLong(size.group(1)), Long.parseLong(size.group(2))})
        : Optional.empty();
  }

  /** Records of a delimited text, headings included, those without any text left out. */
  static List<List<String>> records(Path file, Charset charset, char delimiter) throws IOException {
    String text = new String(Files.readAllBytes(file), charset).replaceFirst("^\ufeff", "");
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : (text + "\n").toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == delimiter) {
        record.add(field.toString());
        field.setLength(0);
      } else if (!quoted && c == '\n') {
        record.add(field.toString());
        field.setLength(0);
        if (record.stream().anyMatch(value -> !value.isBlank())) {
          records.add(record);
        }
        record = new ArrayList<>();
      } else {
        field.append(c);
      }
    }
    return records;
  }

  /** Records by the header of a DBF, the deleted ones included. */
  static long dbfRecords(Path file) throws IOException {
    return Integer.toUnsignedLong(
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
  }

  /** Names of a DBF's fields. */
  static List<String> dbfFields(Path file, Charset charset) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<String> names = new ArrayList<>();
    for (int at = 32; bytes[at] != 0x0d; at += 32) {
      int end = at;
      while (end < at + 11 && bytes[end] != 0) {
        end++;
      }
      names.add(new String(bytes, at, end - at, charset).strip());
    }
    return names;
  }

  /**
   * Numbers of a workbook's visible sheets by {@code sheet!cell}; formulas by their last result.
   */
  static Map<String, Double> numbers(Path file) throws IOException {
    Map<String, Double> numbers = new LinkedHashMap<>();
    try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
      for (Sheet sheet : workbook) {
        if (workbook.getSheetVisibility(workbook.getSheetIndex(sheet)) != SheetVisibility.VISIBLE) {
          continue;
        }
        for (Row row : sheet) {
          for (Cell cell : row) {
            CellType type =
                cell.getCellType() == CellType.FORMULA
                    ? cell.getCachedFormulaResultType()
                    : cell.getCellType();
            if (type == CellType.NUMERIC) {
              numbers.put(
                  sheet.getSheetName() + "!" + cell.getAddress(), cell.getNumericCellValue());
            }
          }
        }
      }
    }
    return numbers;
  }

  private static Optional<String> run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
