package org.planpulse.jobs.publish.export;

import java.util.Optional;
import org.planpulse.jobs.query.Sql;
import org.planpulse.jobs.query.TableCatalog.ColumnInfo;

/**
 * A column as GeoPackage can hold it: numbers as numbers, days and times in ISO 8601, nested values
 * as JSON.
 *
 * @param expression that makes the value from the table's
 * @param mimeType of a nested value
 */
record GeoPackageColumn(
    String name, String type, String expression, String comment, Optional<String> mimeType) {

  static GeoPackageColumn of(ColumnInfo column) {
    String value = Sql.name(column.name());
    if (column.type().endsWith("[]")
        || column.type().startsWith("MAP")
        || column.type().startsWith("STRUCT")) {
      return of(column, "TEXT", text("to_json(" + value + ")"), Optional.of("application/json"));
    }
    if (column.type().startsWith("DECIMAL")) {
      return of(column, "DOUBLE", "CAST(" + value + " AS DOUBLE)", Optional.empty());
    }
    return switch (column.type()) {
      case "BOOLEAN" -> of(column, "BOOLEAN", "CAST(" + value + " AS INTEGER)", Optional.empty());
      case "TINYINT", "SMALLINT" -> of(column, column.type(), value, Optional.empty());
      case "INTEGER" -> of(column, "MEDIUMINT", value, Optional.empty());
      case "BIGINT" -> of(column, "INTEGER", value, Optional.empty());
      case "FLOAT", "DOUBLE" -> of(column, column.type(), value, Optional.empty());
      case "BLOB" -> of(column, "BLOB", value, Optional.empty());
      case "DATE" -> of(column, "DATE", text(value), Optional.empty());
      case "TIMESTAMPTZ" -> of(column, "DATETIME", utc(value), Optional.empty());
      default -> of(column, "TEXT", text(value), Optional.empty());
    };
  }

  /** What stands before the brackets and remarks of a comment. */
  String title() {
    return comment.replaceFirst("[：；，（].*", "");
  }

  private static GeoPackageColumn of(
      ColumnInfo column, String type, String expression, Optional<String> mimeType) {
    return new GeoPackageColumn(column.name(), type, expression, column.comment(), mimeType);
  }

  private static String text(String value) {
    return "CAST(" + value + " AS VARCHAR)";
  }

  private static String utc(String value) {
    return "strftime(" + value + " AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%gZ')";
  }
}
