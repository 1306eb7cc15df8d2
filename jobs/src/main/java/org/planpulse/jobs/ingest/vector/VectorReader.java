package org.planpulse.jobs.ingest.vector;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_arrays;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.schemas.contract.Contract;

/** Reads shapefiles and GeoPackage layers as delivered: raw attribute texts, own CRS. */
public final class VectorReader {

  /** What fills a field, and what half a character at its end decodes to; as SQL writes them. */
  private static final String PADDING = " \\0\\uFFFD";

  /** Features a task reads from a GeoPackage at a time. */
  private static final long PART = 50_000;

  private static final UserDefinedFunction HOLES_IN_SHELLS =
      functions.udf(new HolesInShells(), DataTypes.BinaryType);

  private final SparkSession spark;
  private final Contract contract;
  private final CrsDecision crs;
  private final Findings findings;

  public VectorReader(SparkSession spark, Contract contract, CrsDecision crs, Findings findings) {
    this.spark = spark;
    this.contract = contract;
    this.crs = crs;
    this.findings = findings;
  }

  /** The text beside a shapefile; its names are ASCII, whatever else stands in it. */
  static Optional<String> statedCrs(Delivery delivery) throws IOException {
    Optional<Path> prj = delivery.member("prj");
    return prj.isEmpty()
        ? Optional.empty()
        : Optional.of(Files.readString(prj.get(), StandardCharsets.ISO_8859_1));
  }

  /**
   * @param staging folder for a clean copy, which must last until the rows are written
   * @throws FileFault when the file is damaged or its CRS cannot be told
   */
  public FeatureRows readShapefile(Delivery delivery, Path staging) throws IOException, FileFault {
    String layer = delivery.name().replaceFirst("\\.[^.]*$", "");
    StagedShapefile staged = new ShapefileCleaner(delivery, findings).clean(layer, staging);
    String epsg = crs.decide(layer, statedCrs(delivery), staged.extent());
    Dataset<Row> shapes =
        spark
            .read()
            .format("shapefile")
            .option("charset", javaName(staged.charset()))
            .option("key.name", "feature")
            .option("geometry.name", "shape")
            .schema(shapeSchema(staged.fields().size()))
            .load(staged.folder().toString());
    Dataset<Row> rows =
        shapes.select(
            lit(contract.id()).as("dataset"),
            lit(delivery.sourceKey()).as("source_key"),
            lit(layer).as("layer"),
            col("feature").cast("int").as("feature"),
            fields(staged.fields()).as("fields"),
            lit(epsg).as("crs"),
            HOLES_IN_SHELLS.apply(expr("ST_AsBinary(shape)")).as("geometry"));
    return new FeatureRows(rows, staged.rowsIn(), Optional.of(staged.charset().name()));
  }

  /** Given beforehand: finding it out would cost a Spark job for each file. */
  private static StructType shapeSchema(int fields) {
    StructType schema =
        new StructType().add("shape", new GeometryUDT()).add("feature", DataTypes.LongType);
    for (int i = 0; i < fields; i++) {
      schema = schema.add(ShapefileStage.stagedName(i), DataTypes.StringType);
    }
    return schema;
  }

  /** Under the name UTF-8 Sedona does not decode at all and keeps broken bytes. */
  private static String javaName(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) ? "UTF8" : charset.name();
  }

  /** Texts without padding and without a character cut at a field's end; blank ones are null. */
  private static Column fields(List<String> names) {
    List<Column> keys = new ArrayList<>();
    List<Column> texts = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      keys.add(lit(names.get(i)));
      texts.add(
          expr(
              "nullif(ltrim(trim(TRAILING '%s' FROM %s)), '')"
                  .formatted(PADDING, ShapefileStage.stagedName(i))));
    }
    return map_from_arrays(
        functions.array(keys.toArray(Column[]::new)),
        functions.array(texts.toArray(Column[]::new)));
  }

  /**
   * @throws FileFault when the file is damaged, has no geometry column or contradicts its CRS
   */
  public FeatureRows readGeoParquet(Delivery delivery) throws FileFault {
    return new GeoParquetLayer(spark, contract, crs, findings).read(delivery);
  }

  /**
   * The layers whose name the contract asks for; all when it names none.
   *
   * @param sourceKey of the delivery the file is, or was made from
   * @throws FileFault when there is no such layer
   */
  public FeatureRows readGeoPackage(Path file, String sourceKey) throws FileFault {
    List<GeoPackageLayer> all = GeoPackageLayer.of(file);
    List<GeoPackageLayer> wanted =
        all.stream()
            .filter(
                layer ->
                    contract.layer().isEmpty()
                        || contract.layer().get().matcher(layer.table()).matches())
            .toList();
    if (wanted.isEmpty()) {
      throw new FileFault(
          "LAYER_NOT_FOUND",
          Map.of(
              "layer", contract.layer().map(Object::toString).orElse("*"),
              "layers", String.join("、", all.stream().map(GeoPackageLayer::table).toList())));
    }
    Dataset<Row> rows = spark.createDataFrame(List.<Row>of(), FeatureRows.SCHEMA);
    long rowsIn = 0;
    for (GeoPackageLayer layer : wanted) {
      String epsg = crs.decide(layer.table(), layer.crs(), layer.extent());
      long features = lookThrough(file, layer);
      rowsIn += features;
      rows = rows.union(features(file, sourceKey, layer, epsg, features));
    }
    return new FeatureRows(rows, rowsIn, Optional.empty());
  }

  private Dataset<Row> features(
      Path file, String sourceKey, GeoPackageLayer layer, String epsg, long features) {
    List<Row> parts = new ArrayList<>();
    for (long offset = 0; offset < features; offset += PART) {
      parts.add(RowFactory.create(offset, PART));
    }
    GeoPackageRows reader =
        new GeoPackageRows(
            file.toString(), layer.table(), layer.geometryColumn(), contract.id(), sourceKey, epsg);
    return spark
        .createDataFrame(parts, StructType.fromDDL("first BIGINT, number BIGINT"))
        .repartition(Math.max(1, parts.size()))
        .flatMap(reader, Encoders.row(FeatureRows.SCHEMA));
  }

  /** Counts the features and quarantines those without geometry. */
  private long lookThrough(Path file, GeoPackageLayer layer) throws FileFault {
    long features = 0;
    List<Long> without = new ArrayList<>();
    try (Connection database = GeoPackageLayer.open(file);
        Statement statement = database.createStatement()) {
      String query = layer.select(layer.geometryHead(), 0, Long.MAX_VALUE);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          features++;
          if (GeoPackageLayer.wkb(rows.getBytes(1)) == null) {
            without.add(features);
          }
        }
      }
      for (long feature : without) {
        try (ResultSet row = statement.executeQuery(layer.select("*", feature - 1, 1))) {
          row.next();
          findings.quarantine(
              layer.table(),
              String.valueOf(feature),
              Json.write(layer.fields(row)),
              "FEATURE_WITHOUT_GEOMETRY",
              Map.of("feature", String.valueOf(feature)));
        }
      }
    } catch (SQLException e) {
      throw GeoPackageLayer.damaged(e);
    }
    return features;
  }
}
