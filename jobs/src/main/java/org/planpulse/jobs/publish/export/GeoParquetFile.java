package org.planpulse.jobs.publish.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;

/**
 * GeoParquet 1.1: columns as in the table, the geometry as WKB, and its box as the struct {@code
 * bbox}, by which readers skip what lies elsewhere.
 */
final class GeoParquetFile {

  private static final String BOX =
      "CASE WHEN minx IS NOT NULL"
          + " THEN {'xmin': minx, 'ymin': miny, 'xmax': maxx, 'ymax': maxy} END AS bbox";

  private GeoParquetFile() {}

  static void write(QuerySession session, LayerTable layer, Path file) {
    List<String> columns = new ArrayList<>();
    layer.attributes().forEach(column -> columns.add(Sql.name(column.name())));
    columns.add(LayerTable.WKB + " AS " + LayerTable.GEOMETRY);
    columns.add(BOX);
    String metadata = GeoParquetMetadata.of(LayerSummary.of(session, layer));
    session.writeParquet(layer.rows(columns), file, Map.of("geo", metadata));
  }
}
