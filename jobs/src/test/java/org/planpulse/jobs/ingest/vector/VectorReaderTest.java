package org.planpulse.jobs.ingest.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.crs.CrsDecision;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

class VectorReaderTest {

  private static final Charset GBK = Charset.forName("GBK");
  private static final double X = 37_579_000;
  private static final double Y = 4_835_000;
  private static final String ZONE_37 =
      "PROJCS[\"CGCS2000_3_Degree_GK_Zone_37\",GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\","
          + "DATUM[\"D_China_2000\",SPHEROID[\"CGCS2000\",6378137.0,298.257222101]],"
          + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
          + "PROJECTION[\"Gauss_Kruger\"],PARAMETER[\"False_Easting\",37500000.0],"
          + "PARAMETER[\"False_Northing\",0.0],PARAMETER[\"Central_Meridian\",111.0],"
          + "PARAMETER[\"Scale_Factor\",1.0],PARAMETER[\"Latitude_Of_Origin\",0.0],"
          + "UNIT[\"Meter\",1.0]]";

  @TempDir Path landing;
  @TempDir Path staging;

  private final IssueStore issues = TestSources.issues();

  @Test
  void gbkNamesAndRawNumbersAreReadWithoutAnyHint() throws Exception {
    new ShapefileFixture(GBK)
        .field("标识码", 'C', 18)
        .field("行政区划代", 'C', 12)
        .field("面积", 'N', 18)
        .square(X, Y)
        .record("152501000000000001", "二连浩特市", "        1234567.80")
        .square(X + 200, Y)
        .record("152501000000000002", "", "******************")
        .write(landing, "图斑", X, Y);
    Files.writeString(landing.resolve("图斑.prj"), ZONE_37);

    FeatureRows features = readShapefile(null);
    List<Row> rows = sorted(features);

    assertThat(features.rowsIn()).isEqualTo(2);
    assertThat(features.charset()).contains("GB18030");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).getJavaMap(4))
        .hasToString("{标识码=152501000000000001, 行政区划代=二连浩特市, 面积=1234567.80}");
    assertThat(rows.get(1).getJavaMap(4))
        .as("a number too wide for its field stays what was printed")
        .hasToString("{标识码=152501000000000002, 行政区划代=null, 面积=******************}");
    assertThat(rows.get(0).<String>getAs("layer")).isEqualTo("图斑");
    assertThat(rows.get(0).<String>getAs("crs")).isEqualTo("EPSG:4525");
    assertThat(geometry(rows.get(1)).getArea()).isEqualTo(10_000);
    assertThat(geometry(rows.get(1)).getEnvelopeInternal().getMinX()).isEqualTo(X + 200);
    assertThat(issues.issues()).isEmpty();
  }

  @Test
  void aGeoParquetFileTellsItsCrsAndItsOtherColumnsBecomeTexts() throws Exception {
    SharedSpark.session()
        .sql(
            """
            SELECT * FROM VALUES
              ('甲', 1.50, named_struct('n', 2), ST_GeomFromText('POINT (37579000 4835000)')),
              ('', CAST(NULL AS DOUBLE), NULL, ST_GeomFromText('POINT (37579100 4835000)')),
              ('无', 3.0, NULL, NULL) AS t(`名 称`, share, nested, geometry)
            """)
        .coalesce(1)
        .write()
        .format("geoparquet")
        .option("geoparquet.crs", PROJJSON_4525)
        .save(landing.resolve("out").toString());
    try (var files = Files.list(landing.resolve("out"))) {
      Path part = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.move(part, landing.resolve("点.parquet"));
    }
    Delivery delivery =
        LandingZone.scan(landing, Path.of("target", "unpacked"), LocalDate.of(2026, 10, 31))
            .deliveries()
            .stream()
            .filter(d -> d.name().equals("点.parquet"))
            .findFirst()
            .orElseThrow();

    FeatureRows features = reader(contract(null, "EPSG:4525"), delivery).readGeoParquet(delivery);
    List<Row> rows = sorted(features);

    assertThat(features.rowsIn()).isEqualTo(3);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).<String>getAs("crs")).isEqualTo("EPSG:4525");
    assertThat(rows.get(0).<String, String>getJavaMap(4))
        .containsEntry("名 称", "甲")
        .containsEntry("share", "1.5")
        .containsEntry("nested", "{\"n\":2}");
    assertThat(rows.get(1).<String, String>getJavaMap(4).get("名 称")).isNull();
    assertThat(rows.get(1).<Integer>getAs("feature")).isEqualTo(2);
    assertThat(geometry(rows.get(1)).getCoordinate().x).isEqualTo(37_579_100);
    assertThat(issues.quarantined()).hasSize(1);
  }

  private static final String PROJJSON_4525 =
      "{\"type\":\"ProjectedCRS\",\"name\":\"CGCS2000 / 3-degree Gauss-Kruger zone 37\","
          + "\"id\":{\"authority\":\"EPSG\",\"code\":4525}}";

  @Test
  void aFileGeodatabaseIsOneDeliveryAndGoesThroughGdal() throws Exception {
    assumeTrue(isInstalled("ogr2ogr"), "skipped: ogr2ogr is not installed");
    Path source = Files.writeString(landing.resolve("红线.geojson"), GEODATABASE);
    Path database = landing.resolve("规划.gdb");
    Process process =
        new ProcessBuilder(
                "ogr2ogr",
                "-f",
                "OpenFileGDB",
                database.toString(),
                source.toString(),
                "-nln",
                "STBHHX")
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    Files.delete(source);

    Delivery delivery = TestSources.delivery(landing);
    assertThat(delivery.file()).isEqualTo("规划.gdb");
    assertThat(FileFormat.of(delivery.path())).isEqualTo(FileFormat.FILE_GEODATABASE);
    Path copy = FileGeodatabase.convert(delivery.path(), landing.resolve("staging"));
    List<Row> rows =
        sorted(
            reader(contract("STBHHX", "EPSG:4326"), delivery)
                .readGeoPackage(copy, delivery.sourceKey()));

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).<String, String>getJavaMap(4))
        .containsEntry("BSM", "152501000000000001");
    assertThat(geometry(rows.get(0)).getArea()).isEqualTo(1);
  }

  private static boolean isInstalled(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(entry -> Files.isExecutable(Path.of(entry, program)));
  }

  private static final String GEODATABASE =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
        "properties": {"BSM": "152501000000000001"}, "geometry": {"type": "Polygon",
        "coordinates": [[[111, 43], [112, 43], [112, 44], [111, 44], [111, 43]]]}}]}
      """;

  @Test
  void deletedRecordsAndMissingShapesDoNotShiftTheOthersAttributes() throws Exception {
    new ShapefileFixture(StandardCharsets.UTF_8)
        .field("NAME", 'C', 20)
        .square(X, Y)
        .record("甲")
        .square(X, Y + 200)
        .record('*', "已删")
        .square(Double.NaN, 0)
        .record("无图形")
        .square(X, Y + 400)
        .record("丁")
        .square(X, Y + 600)
        .write(landing, "线", X, Y);
    Files.writeString(landing.resolve("线.prj"), ZONE_37);

    FeatureRows features = readShapefile(null);
    List<Row> rows = sorted(features);

    assertThat(features.rowsIn()).isEqualTo(5);
    assertThat(rows).extracting(row -> row.getInt(3)).containsExactly(1, 4);
    assertThat(rows.get(1).getJavaMap(4)).hasToString("{NAME=丁}");
    assertThat(geometry(rows.get(1)).getEnvelopeInternal().getMinY()).isEqualTo(Y + 400);
    assertThat(TestSources.codes(issues))
        .containsExactly(
            "FEATURE_DELETED", "FEATURE_WITHOUT_GEOMETRY", "FEATURE_WITHOUT_ATTRIBUTES");
    assertThat(issues.quarantined()).hasSize(3);
    assertThat(issues.quarantined().get(1).raw()).isEqualTo("{\"NAME\":\"无图形\"}");
    assertThat(issues.quarantined().get(1).sourceId()).endsWith("!线!3");
  }

  @Test
  void aWrongCodePageIsOverruledByTheBytes() throws Exception {
    new ShapefileFixture(GBK)
        .field("NAME", 'C', 20)
        .square(X, Y)
        .record("格日勒敖都苏木")
        .write(landing, "a", X, Y);
    Files.writeString(landing.resolve("a.cpg"), "UTF-8");
    Files.writeString(landing.resolve("a.prj"), ZONE_37);

    assertThat(sorted(readShapefile(null)).get(0).getJavaMap(4)).hasToString("{NAME=格日勒敖都苏木}");
    assertThat(TestSources.codes(issues)).containsExactly("CHARSET_NOT_AS_DECLARED");
  }

  @Test
  void aCharacterCutByTheFieldsEndIsDroppedAndUnreadableBytesAreAnIssue() throws Exception {
    byte[] cut = Arrays.copyOf(" 二连浩特".getBytes(StandardCharsets.UTF_8), 9);
    byte[] broken = {' ', (byte) 0xE4, (byte) 0xBA, ' ', 'x', (byte) 0xFF, (byte) 0xFF, 'y', ' '};
    new ShapefileFixture(StandardCharsets.UTF_8)
        .field("NAME", 'C', 8)
        .square(X, Y)
        .rawRecord(cut)
        .write(landing.resolve("cut"), "a", X, Y);
    new ShapefileFixture(StandardCharsets.UTF_8)
        .field("NAME", 'C', 8)
        .square(X, Y)
        .rawRecord(broken)
        .write(landing.resolve("broken"), "b", X, Y);

    List<Delivery> deliveries =
        LandingZone.scan(landing, Path.of("target", "unpacked"), LocalDate.of(2026, 10, 31))
            .deliveries();
    Contract contract = contract(null, "EPSG:4525");
    FeatureRows first =
        reader(contract, deliveries.get(1)).readShapefile(deliveries.get(1), staging.resolve("1"));
    FeatureRows second =
        reader(contract, deliveries.get(0)).readShapefile(deliveries.get(0), staging.resolve("2"));

    assertThat(sorted(first).get(0).getJavaMap(4)).hasToString("{NAME=二连}");
    assertThat(sorted(second)).hasSize(1);
    assertThat(TestSources.only(issues, "CHARSET_DAMAGED").values())
        .containsEntry("field", "NAME")
        .containsEntry("row", "1");
  }

  @Test
  void missingMembersAreNamed() throws Exception {
    new ShapefileFixture(GBK).field("N", 'C', 2).square(X, Y).record("a").write(landing, "a", X, Y);
    Files.delete(landing.resolve("a.shx"));

    assertThat(sorted(readShapefile(null))).hasSize(1);
    assertThat(TestSources.codes(issues))
        .containsExactly("SHAPEFILE_INCOMPLETE", "SHAPEFILE_INCOMPLETE", "CRS_ASSUMED");
    assertThat(TestSources.only(issues, "CRS_ASSUMED").values()).containsEntry("crs", "EPSG:4525");

    Files.delete(landing.resolve("a.dbf"));
    assertThatThrownBy(() -> readShapefile(null))
        .isInstanceOfSatisfying(
            FileFault.class,
            fault -> assertThat(fault.code()).isEqualTo("SHAPEFILE_NO_ATTRIBUTES"));
  }

  @Test
  void aTruncatedShapefileIsDamagedNotShort() throws Exception {
    Path shp =
        new ShapefileFixture(GBK)
            .field("N", 'C', 2)
            .square(X, Y)
            .record("a")
            .write(landing, "a", X, Y);
    byte[] bytes = Files.readAllBytes(shp);
    Files.write(shp, Arrays.copyOf(bytes, bytes.length - 10));

    assertThatThrownBy(() -> readShapefile(null))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("FILE_DAMAGED"));
  }

  @Test
  void coordinatesThatContradictThePrjAreRefused() throws Exception {
    new ShapefileFixture(GBK)
        .field("N", 'C', 2)
        .square(579_000, Y)
        .record("a")
        .write(landing, "a", 579_000, Y);
    Files.writeString(landing.resolve("a.prj"), ZONE_37);

    assertThatThrownBy(() -> readShapefile(null))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("CRS_CONFLICT"));
  }

  @Test
  void geoPackageLayersKeepMissingNumbersMissingAndLongCodesWhole() throws Exception {
    Path file = landing.resolve("规划 控制线.gpkg");
    writeGeoPackage(file);
    Delivery delivery = TestSources.delivery(landing);

    FeatureRows features =
        reader(contract("STBHHX", "EPSG:4490"), delivery)
            .readGeoPackage(delivery.path(), delivery.sourceKey());
    List<Row> rows = sorted(features);

    assertThat(features.rowsIn()).isEqualTo(3);
    assertThat(rows).extracting(row -> row.getInt(3)).containsExactly(1, 3);
    assertThat(rows.get(0).getJavaMap(4))
        .hasToString("{fid=1, BSM=152501000000000001, 名称=红线, MJ=12345678.9}");
    assertThat(rows.get(1).getJavaMap(4))
        .as("a number not given is absent, never 0")
        .hasToString("{fid=7, BSM=152501000000000003}");
    assertThat(rows.get(0).<String>getAs("crs")).isEqualTo("EPSG:4490");
    assertThat(geometry(rows.get(0)).getEnvelopeInternal().getMinX()).isEqualTo(111.9);
    assertThat(issues.quarantined()).hasSize(1);
    assertThat(issues.quarantined().get(0).raw()).contains("152501000000000002");

    assertThatThrownBy(
            () ->
                reader(contract("YJJBNT", null), delivery)
                    .readGeoPackage(delivery.path(), delivery.sourceKey()))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.values()).containsEntry("layers", "STBHHX"));
  }

  @Test
  void realShapefilesOfSeveralCharsetsRead() throws Exception {
    Path real = TestSources.realData("csv-dbf-torture-a").resolve("mapshaper-dbf/ldid");
    Delivery chinese = TestSources.delivery(real);
    FeatureRows features =
        reader(contract(null, null), chinese).readShapefile(chinese, staging.resolve("c"));
    assertThat(features.charset()).contains("GB18030");
    assertThat(sorted(features).get(0).getJavaMap(4).values().toString())
        .matches("\\[\\p{IsHan}+\\]");

    List<Delivery> deliveries =
        LandingZone.scan(TestSources.realData("shapefile-encoding-a"), landing, LocalDate.EPOCH)
            .deliveries()
            .stream()
            .filter(delivery -> delivery.name().endsWith(".shp"))
            .toList();
    for (Delivery delivery : deliveries) {
      FeatureRows rows =
          reader(contract(null, null), delivery)
              .readShapefile(delivery, staging.resolve(delivery.name()));
      assertThat(sorted(rows)).hasSize((int) rows.rowsIn());
    }
    assertThat(deliveries).hasSize(3);
  }

  private FeatureRows readShapefile(String crs) throws IOException, FileFault {
    Delivery delivery = TestSources.delivery(landing);
    return reader(contract(null, crs), delivery).readShapefile(delivery, staging.resolve("copy"));
  }

  private VectorReader reader(Contract contract, Delivery delivery) {
    Findings findings = new Findings(issues, delivery, contract);
    return new VectorReader(
        SharedSpark.session(),
        contract,
        new CrsDecision(contract, TestSources.crsTexts(), "EPSG:4525", findings),
        findings);
  }

  private static Contract contract(String layer, String crs) {
    return TestSources.contract("A-01", Form.VECTOR_LAYER, ".*", layer, crs);
  }

  private static List<Row> sorted(FeatureRows features) {
    return features.rows().collectAsList().stream()
        .sorted(Comparator.comparingInt(row -> row.getInt(3)))
        .toList();
  }

  private static Geometry geometry(Row row) throws ParseException {
    return new WKBReader().read(row.<byte[]>getAs("geometry"));
  }

  private static void writeGeoPackage(Path file) throws SQLException, ParseException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String ddl :
          List.of(
              "CREATE TABLE gpkg_contents (table_name, data_type, min_x, min_y, max_x, max_y)",
              "CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)",
              "CREATE TABLE gpkg_spatial_ref_sys"
                  + " (srs_id, organization, organization_coordsys_id, definition)",
              "INSERT INTO gpkg_contents VALUES ('STBHHX','features',111.9,43.6,112.0,43.7)",
              "INSERT INTO gpkg_geometry_columns VALUES ('STBHHX','geom',4490)",
              "INSERT INTO gpkg_spatial_ref_sys VALUES (4490,'EPSG',4490,'undefined')",
              "CREATE TABLE STBHHX (fid INTEGER PRIMARY KEY, geom BLOB, BSM INTEGER, 名称 TEXT,"
                  + " MJ REAL)")) {
        statement.execute(ddl);
      }
      try (PreparedStatement insert =
          database.prepareStatement("INSERT INTO STBHHX VALUES (?,?,?,?,?)")) {
        insert(insert, 1, blob(), 152501000000000001L, "红线", 12345678.9);
        insert(insert, 4, null, 152501000000000002L, null, 1.0);
        insert(insert, 7, blob(), 152501000000000003L, " ", null);
      }
    }
  }

  private static void insert(PreparedStatement insert, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.executeUpdate();
  }

  private static byte[] blob() throws ParseException {
    byte[] wkb =
        new WKBWriter()
            .write(new WKTReader().read("POLYGON ((111.9 43.6, 112 43.6, 112 43.7, 111.9 43.6))"));
    ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    return blob.put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) 1)
        .putInt(4490)
        .put(wkb)
        .array();
  }
}
