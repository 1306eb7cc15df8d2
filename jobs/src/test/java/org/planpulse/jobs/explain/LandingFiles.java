package org.planpulse.jobs.explain;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;

/** The files of a landing folder, read by other means than the pipeline's. */
final class LandingFiles implements AutoCloseable {

  /** Of a row; titles, units and notes fill fewer. */
  private static final int FEWEST_CELLS = 2;

  private final Path landing;
  private final Map<String, Workbook> books = new HashMap<>();

  LandingFiles(Path landing) {
    this.landing = landing;
  }

  Path path(String file) {
    return landing.resolve(file);
  }

  /** The number a cell holds; texts may have thousands separators and a footnote mark. */
  BigDecimal number(String file, String sheet, String place) throws IOException {
    CellReference reference = new CellReference(place);
    Cell cell = sheet(file, sheet).getRow(reference.getRow()).getCell(reference.getCol());
    return cell.getCellType() == CellType.STRING
        ? new BigDecimal(cell.getStringCellValue().replaceAll("[^\\d.\\-]", ""))
        : BigDecimal.valueOf(cell.getNumericCellValue());
  }

  /**
   * Lines of a list that fill a row, its heads included. In any charset that has ASCII's line feed
   * and comma.
   */
  long lines(String file, String sheet) throws IOException {
    if (file.endsWith(".csv")) {
      return Files.readAllLines(path(file), StandardCharsets.ISO_8859_1).stream()
          .filter(line -> isRow(Stream.of(line.split(","))))
          .count();
    }
    return StreamSupport.stream(sheet(file, sheet).spliterator(), false)
        .filter(row -> isRow(StreamSupport.stream(row.spliterator(), false).map(Cell::toString)))
        .count();
  }

  private static boolean isRow(Stream<String> cells) {
    return cells.filter(cell -> !cell.isBlank()).count() >= FEWEST_CELLS;
  }

  /** Features of a layer: eight bytes each in a shapefile's index, or rows of a GeoPackage. */
  long features(String file, String layer) throws IOException, SQLException {
    if (file.endsWith(".shp")) {
      return (Files.size(path(file.replaceFirst("shp$", "shx"))) - 100) / 8;
    }
    try (Connection layers = DriverManager.getConnection("jdbc:sqlite:" + path(file));
        Statement statement = layers.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM \"" + layer + "\"")) {
      return row.getLong(1);
    }
  }

  @Override
  public void close() throws IOException {
    for (Workbook book : books.values()) {
      book.close();
    }
  }

  private Sheet sheet(String file, String sheet) throws IOException {
    if (!books.containsKey(file)) {
      books.put(file, WorkbookFactory.create(path(file).toFile(), null, true));
    }
    return books.get(file).getSheet(sheet);
  }
}
