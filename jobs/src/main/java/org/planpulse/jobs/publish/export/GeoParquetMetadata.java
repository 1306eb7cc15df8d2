package org.planpulse.jobs.publish.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** The text under the key {@code geo} of a GeoParquet 1.1 file. */
final class GeoParquetMetadata {

  private static final ObjectMapper JSON = new ObjectMapper();

  private GeoParquetMetadata() {}

  static String of(LayerSummary layer) {
    ObjectNode column = JSON.createObjectNode();
    column.put("encoding", "WKB");
    ArrayNode types = column.putArray("geometry_types");
    layer.types().forEach(type -> types.add(type.text()));
    column.set("crs", cgcs2000());
    layer.extent().ifPresent(extent -> column.set("bbox", box(extent)));
    ObjectNode covering = column.putObject("covering").putObject("bbox");
    for (String side : List.of("xmin", "ymin", "xmax", "ymax")) {
      covering.putArray(side).add("bbox").add(side);
    }
    ObjectNode geo = JSON.createObjectNode();
    geo.put("version", "1.1.0");
    geo.put("primary_column", LayerTable.GEOMETRY);
    geo.putObject("columns").set(LayerTable.GEOMETRY, column);
    return geo.toString();
  }

  private static ArrayNode box(Envelope extent) {
    return JSON.createArrayNode()
        .add(extent.getMinX())
        .add(extent.getMinY())
        .add(extent.getMaxX())
        .add(extent.getMaxY());
  }

  /** EPSG:4490 as PROJJSON, as PROJ writes it. */
  private static JsonNode cgcs2000() {
    try (InputStream file = GeoParquetMetadata.class.getResourceAsStream("epsg-4490.json")) {
      return JSON.readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read epsg-4490.json", e);
    }
  }
}
