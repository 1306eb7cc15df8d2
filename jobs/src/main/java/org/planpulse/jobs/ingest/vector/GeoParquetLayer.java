package org.planpulse.jobs.ingest.vector;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.crs.Extent;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/** Reads a GeoParquet file: its first geometry column, and all other columns as texts. */
final class GeoParquetLayer {

  /** What a file without a CRS is in, by the format's specification: WGS 84, longitude first. */
  private static final String UNSTATED = "EPSG:4326";

  private final SparkSession spark;
  private final Contract contract;
  private final CrsDecision crs;
  private final Findings findings;

  GeoParquetLayer(SparkSession spark, Contract contract, CrsDecision crs, Findings findings) {
    this.spark = spark;
    this.contract = contract;
    this.crs = crs;
    this.findings = findings;
  }

  FeatureRows read(Delivery delivery) throws FileFault {
    String layer = delivery.name().replaceFirst("\\.[^.]*$", "");
    try {
      // One partition, so that a feature's number is its place in the file.
      Dataset<Row> table =
          spark
              .read()
              .format("geoparquet")
              .load(delivery.path().toString())
              .coalesce(1)
              .withColumn("pp_number", monotonically_increasing_id().plus(1).cast("int"));
      String geometry = geometryColumn(table.schema());
      String epsg =
          crs.decide(layer, Optional.of(stated(delivery, geometry)), extent(table, geometry));
      long rowsIn = table.count();
      quarantine(table, geometry, layer);
      return new FeatureRows(
          rows(table, geometry, layer, delivery, epsg), rowsIn, Optional.empty());
    } catch (FileFault e) {
      throw e;
    } catch (Exception e) {
      // Spark's exceptions are checked but not declared to Java, so no narrower type will do.
      throw new FileFault("FILE_DAMAGED", Map.of("detail", "parquet"), e);
    }
  }

  private static String geometryColumn(StructType schema) throws FileFault {
    for (StructField field : schema.fields()) {
      if (field.dataType() instanceof GeometryUDT) {
        return field.name();
      }
    }
    throw new FileFault("LAYER_NOT_FOUND", Map.of("layer", "geometry", "layers", ""));
  }

  /** The EPSG code of the column's PROJJSON. */
  private String stated(Delivery delivery, String geometry) throws FileFault {
    Row column =
        spark
            .read()
            .format("geoparquet.metadata")
            .load(delivery.path().toString())
            .select(col("columns").getItem(geometry).getField("crs").as("crs"))
            .first();
    String text = column.getString(0);
    if (text == null || text.isBlank() || text.equals("null")) {
      return UNSTATED;
    }
    try {
      return epsg(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new FileFault("CRS_UNKNOWN", Map.of(), e);
    }
  }

  /**
   * {@code EPSG:n} of a PROJJSON.
   *
   * @throws FileFault when it has no code of EPSG
   */
  static String epsg(JsonNode projJson) throws FileFault {
    JsonNode id = projJson.path("id");
    String authority = id.path("authority").asText();
    if (projJson.isMissingNode() || projJson.isNull() || authority.equals("OGC")) {
      return UNSTATED;
    }
    if (!authority.equals("EPSG")) {
      throw new FileFault("CRS_UNKNOWN", Map.of());
    }
    return "EPSG:" + id.path("code").asText();
  }

  private static Extent extent(Dataset<Row> table, String geometry) {
    Column shape = col(quoted(geometry));
    Row box =
        table
            .select(shape.as("g"))
            .selectExpr("ST_XMin(g) x0", "ST_YMin(g) y0", "ST_XMax(g) x1", "ST_YMax(g) y1")
            .agg(min("x0"), min("y0"), max("x1"), max("y1"))
            .first();
    return box.isNullAt(0)
        ? Extent.UNKNOWN
        : new Extent(box.getDouble(0), box.getDouble(1), box.getDouble(2), box.getDouble(3));
  }

  private void quarantine(Dataset<Row> table, String geometry, String layer) {
    for (Row row :
        table
            .where(unplaced(geometry))
            .select(col("pp_number"), functions.to_json(fields(table.schema(), geometry)))
            .collectAsList()) {
      String number = String.valueOf(row.getInt(0));
      findings.quarantine(
          layer, number, row.getString(1), "FEATURE_WITHOUT_GEOMETRY", Map.of("feature", number));
    }
  }

  private static Column unplaced(String geometry) {
    return coalesce(expr("ST_IsEmpty(" + quoted(geometry) + ")"), lit(true));
  }

  private Dataset<Row> rows(
      Dataset<Row> table, String geometry, String layer, Delivery delivery, String epsg) {
    return table
        .where(functions.not(unplaced(geometry)))
        .select(
            lit(contract.id()).as("dataset"),
            lit(delivery.sourceKey()).as("source_key"),
            lit(layer).as("layer"),
            col("pp_number").as("feature"),
            fields(table.schema(), geometry).as("fields"),
            lit(epsg).as("crs"),
            expr("ST_AsBinary(" + quoted(geometry) + ")").as("geometry"));
  }

  private static Column fields(StructType schema, String geometry) {
    List<Column> keys = new ArrayList<>();
    List<Column> texts = new ArrayList<>();
    for (StructField field : schema.fields()) {
      boolean value = !field.name().equals(geometry) && !field.name().equals("pp_number");
      if (value && !(field.dataType() instanceof GeometryUDT)) {
        keys.add(lit(field.name()));
        texts.add(text(field));
      }
    }
    return map_from_arrays(
        functions.array(keys.toArray(Column[]::new)),
        functions.array(texts.toArray(Column[]::new)));
  }

  private static Column text(StructField field) {
    Column value = col(quoted(field.name()));
    boolean nested =
        field.dataType() instanceof StructType
            || field.dataType() instanceof ArrayType
            || field.dataType() instanceof MapType;
    return functions.nullif(
        functions.trim(nested ? functions.to_json(value) : value.cast("string")), lit(""));
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
