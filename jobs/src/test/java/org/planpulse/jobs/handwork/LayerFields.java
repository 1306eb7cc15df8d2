package org.planpulse.jobs.handwork;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;

/** A number column of a plan layer as its makers filled it in, by the features' identifiers. */
public final class LayerFields {

  private LayerFields() {}

  /**
   * @param file a GeoPackage, or the DBF of a shapefile
   * @param layer of a GeoPackage
   * @param id column of identifiers
   */
  public static SortedMap<String, BigDecimal> read(Path file, String layer, String id, String field)
      throws IOException {
    return file.toString().endsWith(".dbf")
        ? dbf(file, id, field)
        : geoPackage(file, layer, id, field);
  }

  private static SortedMap<String, BigDecimal> dbf(Path file, String id, String field)
      throws IOException {
    SortedMap<String, BigDecimal> values = new TreeMap<>();
    try (InputStream in = Files.newInputStream(file);
        DBFReader records = new DBFReader(in, Charset.forName("GBK"))) {
      for (DBFRow record = records.nextRow(); record != null; record = records.nextRow()) {
        values.put(record.getString(id), record.getBigDecimal(field));
      }
    }
    return values;
  }

  private static SortedMap<String, BigDecimal> geoPackage(
      Path file, String layer, String id, String field) throws IOException {
    SortedMap<String, BigDecimal> values = new TreeMap<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT %s, %s FROM %s".formatted(id, field, layer))) {
      while (rows.next()) {
        values.put(rows.getString(1), BigDecimal.valueOf(rows.getDouble(2)));
      }
    } catch (SQLException e) {
      throw new IOException("cannot read " + file, e);
    }
    return values;
  }
}
