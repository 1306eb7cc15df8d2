package org.planpulse.jobs.ingest.vector;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.landing.FileFault;

/**
 * A feature table of a GeoPackage (OGC 12-128r19).
 *
 * @param crs {@code EPSG:n} or the text that defines it; empty when undefined
 */
record GeoPackageLayer(String table, String geometryColumn, Optional<String> crs, Extent extent) {

  /** What the standard and GDAL write where nobody knows. */
  private static final Pattern UNDEFINED =
      Pattern.compile("\\s*$|undefined|LOCAL_CS\\[\"Undefined|ENGCRS\\[\"Undefined");

  private static final String LAYERS =
      """
      SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition,
             c.min_x, c.min_y, c.max_x, c.max_y
      FROM gpkg_contents c
      JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
      LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
      WHERE c.data_type = 'features'
      ORDER BY c.table_name
      """;

  /** Opens without writing a lock beside the file. */
  static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?mode=ro&immutable=1");
  }

  static List<GeoPackageLayer> of(Path file) throws FileFault {
    List<GeoPackageLayer> layers = new ArrayList<>();
    try (Connection database = open(file);
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(LAYERS)) {
      while (row.next()) {
        Extent extent = new Extent(number(row, 6), number(row, 7), number(row, 8), number(row, 9));
        layers.add(new GeoPackageLayer(row.getString(1), row.getString(2), crs(row), extent));
      }
    } catch (SQLException e) {
      throw damaged(e);
    }
    return layers;
  }

  /** Feature rows in the file's own order, {@code offset} and {@code limit} to read a part. */
  String select(String columns, long offset, long limit) {
    return "SELECT "
        + columns
        + " FROM "
        + quoted(table)
        + " ORDER BY rowid LIMIT "
        + limit
        + " OFFSET "
        + offset;
  }

  /** The geometry's header and the beginning of its WKB: enough to tell whether it is empty. */
  String geometryHead() {
    return "substr(" + quoted(geometryColumn) + ", 1, 80)";
  }

  /**
   * Fields of the current row but for the geometry, numbers in plain decimals; nulls are absent.
   */
  Map<String, String> fields(ResultSet row) throws SQLException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnName(i);
      Object value = name.equals(geometryColumn) ? null : row.getObject(i);
      if (value instanceof Double number && Double.isFinite(number)) {
        fields.put(name, plain(number));
      } else if (value != null && !(value instanceof byte[]) && !value.toString().isBlank()) {
        fields.put(name, value.toString().strip());
      }
    }
    return fields;
  }

  static FileFault damaged(SQLException e) {
    String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return new FileFault("FILE_DAMAGED", Map.of("detail", detail), e);
  }

  private static String plain(double number) {
    String text = new BigDecimal(Double.toString(number)).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static Optional<String> crs(ResultSet row) throws SQLException {
    String organization = row.getString(3);
    int code = row.getInt(4);
    if ("EPSG".equalsIgnoreCase(organization) && code > 0) {
      return Optional.of("EPSG:" + code);
    }
    String definition = row.getString(5);
    return definition == null || UNDEFINED.matcher(definition).lookingAt()
        ? Optional.empty()
        : Optional.of(definition);
  }

  private static double number(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** The WKB inside a GeoPackage geometry, or null when it is empty or no geometry. */
  static byte[] wkb(byte[] blob) {
    if (blob == null || blob.length < 8 || blob[0] != 'G' || blob[1] != 'P') {
      return null;
    }
    int flags = blob[3];
    boolean empty = (flags & 0x10) != 0;
    int envelope =
        switch ((flags >> 1) & 7) {
          case 0 -> 0;
          case 1 -> 32;
          case 2, 3 -> 48;
          case 4 -> 64;
          default -> -1;
        };
    int start = 8 + envelope;
    if (empty || envelope < 0 || blob.length <= start) {
      return null;
    }
    return Arrays.copyOfRange(blob, start, blob.length);
  }
}
