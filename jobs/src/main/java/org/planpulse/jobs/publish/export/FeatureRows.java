package org.planpulse.jobs.publish.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.planpulse.jobs.query.RowSink;

/** Inserts features into a layer of a GeoPackage and into its spatial index, numbered from 1. */
final class FeatureRows implements RowSink, AutoCloseable {

  /** Place of the geometry among the values of a row, of its box, and of the first attribute. */
  private static final int WKB = 0;

  private static final int BOX = 1;
  private static final int ATTRIBUTES = 5;

  private final PreparedStatement features;
  private final PreparedStatement index;
  private final boolean asMulti;
  private long number;

  /**
   * @param asMulti whether single shapes are to stand as collections of one
   */
  FeatureRows(Connection database, String layer, int attributes, boolean asMulti)
      throws SQLException {
    this.asMulti = asMulti;
    String marks = String.join(", ", Collections.nCopies(attributes + 2, "?"));
    features = database.prepareStatement("INSERT INTO " + layer + " VALUES (" + marks + ")");
    try {
      index =
          database.prepareStatement("INSERT INTO rtree_" + layer + "_geom VALUES (?, ?, ?, ?, ?)");
    } catch (SQLException e) {
      features.close();
      throw e;
    }
  }

  /** What must be selected for {@link #accept}. */
  static List<String> expressions(List<GeoPackageColumn> columns) {
    List<String> expressions = new ArrayList<>();
    expressions.add(LayerTable.WKB);
    expressions.addAll(List.of("minx", "maxx", "miny", "maxy"));
    columns.forEach(column -> expressions.add(column.expression()));
    return expressions;
  }

  @Override
  public void accept(List<Object> row) throws IOException {
    number++;
    try {
      features.setLong(1, number);
      features.setBytes(2, geometry(row));
      for (int i = ATTRIBUTES; i < row.size(); i++) {
        features.setObject(i - ATTRIBUTES + 3, row.get(i));
      }
      features.executeUpdate();
      if (row.get(WKB) != null && row.get(BOX) != null) {
        index.setLong(1, number);
        for (int i = 0; i < 4; i++) {
          index.setDouble(i + 2, (Double) row.get(BOX + i));
        }
        index.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IOException("cannot write feature " + number, e);
    }
  }

  @Override
  public void close() throws SQLException {
    features.close();
    index.close();
  }

  private byte[] geometry(List<Object> row) {
    if (row.get(WKB) == null) {
      return null;
    }
    byte[] wkb = (byte[]) row.get(WKB);
    return GeoPackageGeometry.of(asMulti ? GeoPackageGeometry.multi(wkb) : wkb, box(row));
  }

  private static double[] box(List<Object> row) {
    return row.get(BOX) == null
        ? null
        : row.subList(BOX, ATTRIBUTES).stream().mapToDouble(side -> (Double) side).toArray();
  }
}
