package org.planpulse.jobs.publish.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.jobs.warehouse.DeltaWarehouse;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.Language;

/** Files are read back by programs that did not write them: DuckDB, SQLite, Sedona, GDAL. */
class LayerExportTest {

  private static final String SHAPE =
      "geometry BINARY COMMENT 'WKB，EPSG:4490', minx DOUBLE, miny DOUBLE, maxx DOUBLE, maxy DOUBLE";

  private static final Map<String, String> DDL =
      Map.of(
          "gold.patch",
          "CREATE TABLE gold.patch (id INT COMMENT '编号：从 1 起', year INT,"
              + " area_m2 DECIMAL(20,2) COMMENT '面积（平方米）', parcel_ids ARRAY<STRING>,"
              + " attributes MAP<STRING, STRING>, seen DATE, at TIMESTAMP, ok BOOLEAN, many BIGINT, "
              + SHAPE
              + ") USING delta PARTITIONED BY (year) COMMENT '图斑'",
          "gold.stop",
          "CREATE TABLE gold.stop (name STRING, " + SHAPE + ") USING delta COMMENT '站点'",
          "gold.plain",
          "CREATE TABLE gold.plain (id INT) USING delta COMMENT '无图形'");

  /** Squares of a hundredth of a degree; number 2 of two parts, number 5 without a place. */
  private static final String PATCHES =
      """
      WITH patch AS (
        SELECT cast(id AS int) AS id, cast(2024 + id % 2 AS int) AS year,
               cast(id * 1000000.01 AS decimal(20,2)) AS area_m2,
               array('甲', cast(id AS string)) AS parcel_ids, map('备注', '它的“值”') AS attributes,
               date'2026-01-31' AS seen, timestamp'2026-03-01 08:30:00.5' AS at, id % 2 = 0 AS ok,
               9007199254740993 AS many,
               CASE WHEN id = 5 THEN NULL
                    WHEN id = 2 THEN ST_Union(ST_PolygonFromEnvelope(111.52D, 43.5D, 111.53D, 43.51D),
                                              ST_PolygonFromEnvelope(111.62D, 43.7D, 111.63D, 43.71D))
                    ELSE ST_PolygonFromEnvelope(double(111.5 + cast(id AS int) * 0.01), 43.5D,
                                                double(111.51 + cast(id AS int) * 0.01), 43.51D) END AS shape
        FROM range(1, 6)
      )
      SELECT * EXCEPT (shape), ST_AsBinary(shape) AS geometry,
             ST_XMin(shape) AS minx, ST_YMin(shape) AS miny, ST_XMax(shape) AS maxx, ST_YMax(shape) AS maxy
      FROM patch
      """;

  @TempDir static Path temporary;
  private static WarehouseLayout layout;
  private static DeltaWarehouse warehouse;

  @BeforeAll
  static void writeTables() {
    Path folder = temporary.resolve("库 [1]'s");
    layout = new WarehouseLayout(folder);
    warehouse = new DeltaWarehouse(folder, DDL, SharedSpark.session());
    warehouse.replace("gold.patch", SharedSpark.session().sql(PATCHES));
    // Big-endian WKB, as JTS writes it.
    warehouse.replace(
        "gold.stop",
        SharedSpark.session()
            .sql(
                "SELECT '东' AS name, unhex('0000000001405BE000000000004046000000000000') AS geometry,"
                    + " 111.5D AS minx, 44.0D AS miny, 111.5D AS maxx, 44.0D AS maxy"));
    warehouse.replace("gold.plain", SharedSpark.session().sql("SELECT 1 AS id"));
  }

  @Test
  void geoParquetHoldsTheRowsTheBoxAndTheReferenceSystem() throws IOException {
    Path file = export("patch.parquet", Selection.ALL, "gold.patch");

    assertThat(
            duckdb("SELECT count(*), sum(area_m2), count(geometry), count(bbox) FROM '%s'", file))
        .containsExactly(List.of(5L, new BigDecimal("15000000.15"), 4L, 4L));
    assertThat(duckdb("SELECT min(bbox.xmin), max(bbox.xmax), max(bbox.ymax) FROM '%s'", file))
        .containsExactly(List.of(111.51, 111.63, 43.71));
    assertThat(
            duckdb(
                "SELECT ST_AsText(geometry), parcel_ids[2], attributes['备注'], ok FROM '%s'"
                    + " WHERE id = 4",
                file))
        .containsExactly(
            List.of(
                "POLYGON ((111.54 43.5, 111.54 43.51, 111.55 43.51, 111.55 43.5, 111.54 43.5))",
                "4",
                "它的“值”",
                true));
    JsonNode geo = metadata(file);
    JsonNode column = geo.path("columns").path("geometry");
    assertThat(geo.path("version").asText()).isEqualTo("1.1.0");
    assertThat(column.path("geometry_types").toString())
        .isEqualTo("[\"Polygon\",\"MultiPolygon\"]");
    assertThat(column.path("bbox").toString()).isEqualTo("[111.51,43.5,111.63,43.71]");
    assertThat(column.path("crs").path("id").path("code").asInt()).isEqualTo(4490);
    assertThat(column.path("covering").path("bbox").path("ymax").toString())
        .isEqualTo("[\"bbox\",\"ymax\"]");
  }

  @Test
  void sedonaReadsTheGeoParquetFileAndSkipsByItsBox() throws IOException {
    Path file = export("sedona.parquet", Selection.ALL, "gold.patch");

    var layer = SharedSpark.session().read().format("geoparquet").load(file.toString());
    assertThat(layer.count()).isEqualTo(5);
    Row row =
        layer
            .where("ST_Intersects(geometry, ST_Point(111.625D, 43.705D))")
            .selectExpr("id", "ST_NumGeometries(geometry)", "area_m2")
            .collectAsList()
            .get(0);
    assertThat(row.getInt(0)).isEqualTo(2);
    assertThat(row.getInt(1)).isEqualTo(2);
    assertThat(row.getDecimal(2)).isEqualByComparingTo("2000000.02");
  }

  @Test
  void aGeoPackageHoldsNumbersAsNumbersAndDatesAndListsAsText() throws Exception {
    Path file = export("patch.gpkg", Selection.ALL, "gold.patch");

    assertThat(
            sqlite(
                file,
                "SELECT fid, id, year, area_m2, typeof(area_m2), parcel_ids, attributes, seen, at,"
                    + " ok, many FROM gold_patch WHERE id = 2"))
        .containsExactly(
            Arrays.asList(
                2,
                2,
                2024,
                2000000.02,
                "real",
                "[\"甲\",\"2\"]",
                "{\"备注\":\"它的“值”\"}",
                "2026-01-31",
                "2026-03-01T00:30:00.500Z",
                1,
                9007199254740993L));
    assertThat(sqlite(file, "SELECT count(*), count(geom) FROM gold_patch"))
        .containsExactly(List.of(5, 4));
  }

  @Test
  void aGeoPackageSaysWhatTheStandardAsksFor() throws Exception {
    Path file = export("standard.gpkg", Selection.ALL, "gold.patch");

    assertThat(sqlite(file, "PRAGMA application_id").get(0)).containsExactly(0x47504B47);
    assertThat(
            sqlite(
                file,
                "SELECT data_type, description, min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents"))
        .containsExactly(List.of("features", "图斑", 111.51, 43.5, 111.63, 43.71, 4490));
    assertThat(sqlite(file, "SELECT geometry_type_name, srs_id FROM gpkg_geometry_columns"))
        .containsExactly(List.of("MULTIPOLYGON", 4490));
    assertThat(
            sqlite(
                file, "SELECT title, description FROM gpkg_data_columns WHERE column_name = 'id'"))
        .containsExactly(List.of("编号", "编号：从 1 起"));
    assertThat(
            sqlite(
                file, "SELECT extension_name FROM gpkg_extensions WHERE table_name = 'gold_patch'"))
        .containsExactly(List.of("gpkg_rtree_index"));
    assertThat(sqlite(file, "PRAGMA foreign_key_check")).isEmpty();
    assertThat(sqlite(file, "PRAGMA integrity_check")).containsExactly(List.of("ok"));
  }

  @Test
  void theSpatialIndexFindsWhatIsThereAndTheShapesAreAllOfOneType() throws Exception {
    Path file = export("index.gpkg", Selection.ALL, "gold.patch");

    assertThat(
            sqlite(
                file,
                "SELECT p.id FROM gold_patch p JOIN rtree_gold_patch_geom r ON r.id = p.fid"
                    + " WHERE r.minx <= 111.545 AND r.maxx >= 111.545 AND r.miny <= 43.505"
                    + " AND r.maxy >= 43.505 ORDER BY p.id"))
        .containsExactly(List.of(2), List.of(4));
    for (List<Object> row : sqlite(file, "SELECT geom FROM gold_patch WHERE geom IS NOT NULL")) {
      byte[] blob = (byte[]) row.get(0);
      Geometry shape = geometry(blob);
      assertThat(shape.getGeometryType()).isEqualTo("MultiPolygon");
      assertThat(envelope(blob)).isEqualTo(shape.getEnvelopeInternal());
    }
  }

  @Test
  void severalTablesAreLayersOfOneGeoPackage() throws Exception {
    Path file = export("both.gpkg", Selection.ALL, "gold.patch", "gold.stop");

    assertThat(sqlite(file, "SELECT table_name, geometry_type_name FROM gpkg_geometry_columns"))
        .containsExactly(List.of("gold_patch", "MULTIPOLYGON"), List.of("gold_stop", "POINT"));
    byte[] point = (byte[]) sqlite(file, "SELECT geom FROM gold_stop").get(0).get(0);
    assertThat(geometry(point)).hasToString("POINT (111.5 44)");
  }

  @Test
  void gdalReadsCountExtentReferenceSystemAndValues() throws Exception {
    Path file = export("gdal.gpkg", Selection.ALL, "gold.patch", "gold.stop");
    String text = ogrinfo("-so", file.toString(), "gold_patch");

    assertThat(text)
        .contains("Feature Count: 5", "ID[\"EPSG\",4490]", "Multi Polygon", "area_m2: Real")
        .contains("Extent: (111.510000, 43.500000) - (111.630000, 43.710000)")
        .doesNotContain("Warning", "ERROR");
    assertThat(
            ogrinfo(
                "-q",
                "-spat",
                "111.544",
                "43.504",
                "111.546",
                "43.506",
                file.toString(),
                "gold_patch"))
        .contains("OGRFeature(gold_patch)", "id (Integer) = 4")
        .contains("at (DateTime) = 2026/03/01 00:30:00.5")
        .doesNotContain("id (Integer) = 1");
  }

  @Test
  void aYearAndAConditionChooseRows() throws IOException {
    Path year =
        export("year.parquet", new Selection(Optional.of(2025), Optional.empty()), "gold.patch");
    Path both =
        export(
            "both.parquet",
            new Selection(Optional.of(2025), Optional.of("id = 1 OR id = 2")),
            "gold.patch");

    assertThat(duckdb("SELECT id FROM '%s' ORDER BY id", year))
        .containsExactly(List.of(1), List.of(3), List.of(5));
    assertThat(duckdb("SELECT id FROM '%s'", both)).containsExactly(List.of(1));
  }

  @Test
  void aLayerWithoutRowsIsALayer() throws Exception {
    Selection none = new Selection(Optional.of(1900), Optional.empty());

    Path parquet = export("none.parquet", none, "gold.patch");
    Path geoPackage = export("none.gpkg", none, "gold.patch");

    assertThat(duckdb("SELECT count(*) FROM '%s'", parquet)).containsExactly(List.of(0L));
    assertThat(metadata(parquet).path("columns").path("geometry").has("bbox")).isFalse();
    assertThat(sqlite(geoPackage, "SELECT count(*) FROM gold_patch")).containsExactly(List.of(0));
  }

  @Test
  void theSameTableGivesTheSameBytesHoweverItsFilesLie() throws IOException {
    Path parquet = export("first.parquet", Selection.ALL, "gold.patch");
    Path geoPackage = export("first.gpkg", Selection.ALL, "gold.stop");
    assertThat(export("second.gpkg", Selection.ALL, "gold.stop"))
        .hasSameBinaryContentAs(geoPackage);

    warehouse.replace(
        "gold.patch", SharedSpark.session().sql(PATCHES + " ORDER BY id DESC").repartition(3));

    assertThat(export("second.parquet", Selection.ALL, "gold.patch"))
        .hasSameBinaryContentAs(parquet);
  }

  @Test
  void whatCannotBeExportedIsToldInOneSentence() throws IOException {
    Path target = temporary.resolve("wrong.gpkg");
    Path occupied = Files.createFile(temporary.resolve("occupied"));

    assertThat(refusal(target, Selection.ALL, "gold.none")).contains("gold.none");
    assertThat(refusal(target, Selection.ALL, "gold.plain")).contains("gold.patch gold.stop");
    assertThat(refusal(temporary.resolve("a.shp"), Selection.ALL, "gold.stop")).contains(".gpkg");
    assertThat(refusal(temporary.resolve("a.parquet"), Selection.ALL, "gold.stop", "gold.patch"))
        .contains("one table");
    assertThat(refusal(target, new Selection(Optional.of(2025), Optional.empty()), "gold.stop"))
        .contains("year");
    assertThat(
            refusal(
                target, new Selection(Optional.empty(), Optional.of("nothing = 1")), "gold.stop"))
        .contains("nothing");
    assertThat(refusal(occupied.resolve("a.gpkg"), Selection.ALL, "gold.stop"))
        .contains("occupied");
    assertThat(target).doesNotExist();
    assertThat(temporary).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void filesOfTheUserBesideTheExportAreLeftAlone() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("mine"));
    Path target = folder.resolve("patch.gpkg");
    Path mine = Files.writeString(folder.resolve(".patch.gpkg.part"), "mine");

    new LayerExport(layout).write(List.of("gold.patch"), Selection.ALL, target);
    refusal(target, new Selection(Optional.empty(), Optional.of("nothing = 1")), "gold.patch");

    assertThat(mine).hasContent("mine");
    assertThat(folder).isDirectoryNotContaining(file -> !List.of(mine, target).contains(file));
  }

  @Test
  void aGeoPackageThatCannotBeStartedIsNotHeldOpen() throws IOException {
    Path open = Path.of("/proc/self/fd");
    assumeThat(open).isDirectory();
    Path file = Files.writeString(temporary.resolve("no.gpkg"), "no database".repeat(100));

    assertThatThrownBy(() -> new GeoPackageFile(file)).isInstanceOf(IOException.class);

    try (Stream<Path> held = Files.list(open)) {
      assertThat(held.filter(Files::exists).filter(fd -> sameFile(fd, file))).isEmpty();
    }
  }

  private static boolean sameFile(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private static String refusal(Path target, Selection selection, String... tables) {
    String[] message = new String[1];
    assertThatThrownBy(() -> new LayerExport(layout).write(List.of(tables), selection, target))
        .isInstanceOfSatisfying(
            OperatorError.class,
            error -> {
              assertThat(error.message(Language.ZH)).isNotBlank();
              message[0] = error.message(Language.EN);
            });
    return message[0];
  }

  private static Path export(String name, Selection selection, String... tables) {
    Path file = temporary.resolve("exports").resolve(name);
    new LayerExport(layout).write(List.of(tables), selection, file);
    return file;
  }

  private static JsonNode metadata(Path file) throws IOException {
    String text =
        (String)
            duckdb(
                    "SELECT decode(value) FROM parquet_kv_metadata('%s') WHERE decode(key) = 'geo'",
                    file)
                .get(0)
                .get(0);
    return new ObjectMapper().readTree(text);
  }

  private static List<List<Object>> duckdb(String sql, Path file) {
    try {
      return rows("jdbc:duckdb:", sql.formatted(file.toString().replace("'", "''")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<List<Object>> sqlite(Path file, String sql) throws SQLException {
    return rows("jdbc:sqlite:" + file, sql);
  }

  private static List<List<Object>> rows(String url, String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < values.length; i++) {
          values[i] = row.getObject(i + 1);
        }
        rows.add(Arrays.asList(values));
      }
    }
    return rows;
  }

  /** Behind eight bytes of head and the envelope stands plain WKB. */
  private static Geometry geometry(byte[] blob) throws ParseException {
    return new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length));
  }

  private static Envelope envelope(byte[] blob) {
    var head = java.nio.ByteBuffer.wrap(blob).order(java.nio.ByteOrder.LITTLE_ENDIAN).position(8);
    return new Envelope(head.getDouble(), head.getDouble(), head.getDouble(), head.getDouble());
  }

  private static String ogrinfo(String... arguments) throws IOException, InterruptedException {
    Path program = Path.of("/usr/bin/ogrinfo");
    assumeThat(program).exists();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return text;
  }
}
