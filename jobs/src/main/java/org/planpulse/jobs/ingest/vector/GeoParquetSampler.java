package org.planpulse.jobs.ingest.vector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.query.Sql;

/** Looks through a GeoParquet file (OGC GeoParquet 1.1) with DuckDB. */
final class GeoParquetSampler {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final CrsDecision crs;
  private final Consumer<Map<String, String>> features;

  GeoParquetSampler(CrsDecision crs, Consumer<Map<String, String>> features) {
    this.crs = crs;
    this.features = features;
  }

  LayerSample read(Delivery delivery) throws FileFault {
    String file = Sql.file(delivery.path().toString());
    String layer = LayerSampler.layerName(delivery);
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      JsonNode described = described(statement, file);
      String geometry = described.path("primary_column").asText();
      JsonNode column = described.path("columns").path(geometry);
      List<String> fields = fields(statement, file, geometry);
      return new LayerSample(
          layer,
          List.of(),
          fields,
          epsg(layer, column),
          shapes(column),
          read(statement, file, fields));
    } catch (SQLException | JsonProcessingException e) {
      throw new FileFault("FILE_DAMAGED", Map.of("detail", "parquet"), e);
    }
  }

  /** The {@code geo} entry of the file's metadata. */
  private static JsonNode described(Statement statement, String file)
      throws SQLException, JsonProcessingException, FileFault {
    try (ResultSet row =
        statement.executeQuery(
            "SELECT decode(value) FROM parquet_kv_metadata("
                + file
                + ") WHERE decode(key) = 'geo'")) {
      if (!row.next()) {
        throw new FileFault("LAYER_NOT_FOUND", Map.of("layer", "geometry", "layers", ""));
      }
      return JSON.readTree(row.getString(1));
    }
  }

  private static List<String> fields(Statement statement, String file, String geometry)
      throws SQLException {
    List<String> fields = new ArrayList<>();
    try (ResultSet columns =
        statement.executeQuery("DESCRIBE SELECT * FROM read_parquet(" + file + ")")) {
      while (columns.next()) {
        fields.add(columns.getString(1));
      }
    }
    fields.remove(geometry);
    return fields;
  }

  private long read(Statement statement, String file, List<String> fields) throws SQLException {
    long number = 0;
    String texts =
        String.join(
            ", ",
            fields.stream().map(field -> "CAST(" + Sql.name(field) + " AS VARCHAR)").toList());
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT 1"
                + (fields.isEmpty() ? "" : ", " + texts)
                + " FROM read_parquet("
                + file
                + ")")) {
      while (rows.next()) {
        number++;
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          String text = rows.getString(i + 2);
          if (text != null && !text.isBlank()) {
            values.put(fields.get(i), text.strip());
          }
        }
        features.accept(values);
      }
    }
    return number;
  }

  private Optional<String> epsg(String layer, JsonNode column) throws FileFault {
    Optional<String> stated = Optional.of(GeoParquetLayer.epsg(column.path("crs")));
    return LayerSampler.decide(crs, layer, stated, extent(column));
  }

  private static Set<String> shapes(JsonNode column) {
    Set<String> shapes = new TreeSet<>();
    column.path("geometry_types").forEach(type -> shapes.add(type.asText()));
    return shapes;
  }

  private static Extent extent(JsonNode column) {
    JsonNode box = column.path("bbox");
    int dimensions = box.size() / 2;
    return dimensions < 2
        ? Extent.UNKNOWN
        : new Extent(
            box.get(0).asDouble(),
            box.get(1).asDouble(),
            box.get(dimensions).asDouble(),
            box.get(dimensions + 1).asDouble());
  }
}
