package org.planpulse.jobs.publish.export;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.planpulse.jobs.query.Sql;
import org.planpulse.jobs.query.TableCatalog;
import org.planpulse.jobs.query.TableCatalog.ColumnInfo;
import org.planpulse.jobs.query.TableCatalog.TableInfo;
import org.planpulse.jobs.run.OperatorError;

/**
 * A table with geometry, to be read in an order that does not depend on how its files are laid out.
 *
 * @param name {@code schema.table}
 * @param changed when it was last written
 * @param attributes all columns but the geometry and its bounding box
 */
record LayerTable(
    String name,
    String comment,
    Instant changed,
    List<ColumnInfo> attributes,
    Selection selection) {

  static final String GEOMETRY = "geometry";
  static final List<String> BOX = List.of("minx", "miny", "maxx", "maxy");

  /** Little-endian, as the readers of both formats expect first of all. */
  static final String WKB = "ST_AsWKB(ST_GeomFromWKB(" + GEOMETRY + "))";

  private static final Set<String> SHAPE =
      Stream.concat(Stream.of(GEOMETRY), BOX.stream()).collect(Collectors.toUnmodifiableSet());

  /**
   * @throws OperatorError when there is no such table, when it has no geometry, or a year is asked
   *     for that it does not tell
   */
  static LayerTable of(TableCatalog catalog, String name, Selection selection) {
    List<ColumnInfo> columns = catalog.columns(name);
    if (!hasShape(columns)) {
      throw withoutGeometry(catalog, name);
    }
    if (selection.year().isPresent() && !names(columns).contains("year")) {
      throw new OperatorError(
          "表 " + name + " 没有年份列，请去掉 --year。",
          "The table " + name + " has no column year; leave --year out.");
    }
    TableInfo info = catalog.table(name);
    return new LayerTable(
        name,
        info.comment(),
        info.changed(),
        columns.stream().filter(column -> !SHAPE.contains(column.name())).toList(),
        selection);
  }

  /** The rows asked for, sorted by all that can be compared. */
  String rows(List<String> expressions) {
    Stream<String> keys =
        attributes.stream()
            .filter(column -> !column.type().startsWith("MAP"))
            .map(column -> "layer." + Sql.name(column.name()));
    return unordered(expressions)
        + Stream.concat(keys, Stream.of("layer." + GEOMETRY))
            .collect(Collectors.joining(", ", " ORDER BY ", ""));
  }

  String unordered(List<String> expressions) {
    return "SELECT "
        + String.join(", ", expressions)
        + " FROM "
        + name
        + " AS layer"
        + selection.where();
  }

  private static boolean hasShape(List<ColumnInfo> columns) {
    return names(columns).containsAll(SHAPE);
  }

  private static Set<String> names(List<ColumnInfo> columns) {
    return columns.stream().map(ColumnInfo::name).collect(Collectors.toSet());
  }

  private static OperatorError withoutGeometry(TableCatalog catalog, String name) {
    String layers =
        catalog.tables().stream()
            .map(TableInfo::name)
            .filter(table -> hasShape(catalog.columns(table)))
            .collect(Collectors.joining(" "));
    return new OperatorError(
        "表 " + name + " 没有图形，不能导出为图层；用 planpulse sql 导出为 CSV。有图形的表：" + layers + "。",
        "The table "
            + name
            + " has no geometry and is no layer; planpulse sql writes it as CSV. Tables with geometry: "
            + layers
            + ".");
  }
}
