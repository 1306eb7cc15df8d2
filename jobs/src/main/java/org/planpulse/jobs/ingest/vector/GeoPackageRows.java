package org.planpulse.jobs.ingest.vector;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Reads a part of a GeoPackage table in an executor. Sedona's own reader turns a missing number
 * into 0, cuts long integers and fails on a missing geometry or date, so it is not used.
 *
 * @param file path every executor can open
 * @param layer table and geometry column
 */
record GeoPackageRows(
    String file, String table, String geometryColumn, String dataset, String sourceKey, String crs)
    implements FlatMapFunction<Row, Row> {

  /**
   * @param part offset and number of rows
   * @return rows of {@link FeatureRows#SCHEMA}
   */
  @Override
  public Iterator<Row> call(Row part) throws SQLException {
    long offset = part.getLong(0);
    GeoPackageLayer layer =
        new GeoPackageLayer(table, geometryColumn, java.util.Optional.empty(), null);
    Connection database = GeoPackageLayer.open(Path.of(file));
    Statement statement = database.createStatement();
    ResultSet rows = statement.executeQuery(layer.select("*", offset, part.getLong(1)));
    TaskContext.get()
        .addTaskCompletionListener(
            context -> {
              try {
                database.close();
              } catch (SQLException e) {
                throw new IllegalStateException("cannot close " + file, e);
              }
            });
    return new Features(layer, rows, offset);
  }

  private final class Features implements Iterator<Row> {

    private final GeoPackageLayer layer;
    private final ResultSet rows;
    private long number;
    private Row next;

    Features(GeoPackageLayer layer, ResultSet rows, long offset) throws SQLException {
      this.layer = layer;
      this.rows = rows;
      this.number = offset;
      advance();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Row current = next;
      try {
        advance();
      } catch (SQLException e) {
        throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
      }
      return current;
    }

    /** Features without geometry were quarantined when the layer was looked through. */
    private void advance() throws SQLException {
      next = null;
      while (next == null && rows.next()) {
        number++;
        byte[] wkb = GeoPackageLayer.wkb(rows.getBytes(layer.geometryColumn()));
        if (wkb != null) {
          next =
              RowFactory.create(
                  dataset,
                  sourceKey,
                  table,
                  (int) number,
                  CollectionConverters.asScala(layer.fields(rows)),
                  crs,
                  wkb);
        }
      }
    }
  }
}
