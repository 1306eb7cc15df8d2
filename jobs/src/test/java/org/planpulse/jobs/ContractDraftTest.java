package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.FileUtils;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.planpulse.jobs.draft.ContractDrafter;
import org.planpulse.jobs.ingest.vector.ShapefileFixture;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.ContractReader;
import org.planpulse.schemas.contract.Form;

/** A file of each format is drafted a contract, and the contract as it stands loads the file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractDraftTest {

  private static final String FEATURES =
      """
      {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"编号": "F1", "名称": "北围栏", "地类编码": "0401"},
         "geometry": {"type": "LineString", "coordinates": [[112.0, 43.6], [112.0, 43.7]]}},
        {"type": "Feature", "properties": {"编号": "F2", "名称": "饮水点", "地类编码": "0403"},
         "geometry": {"type": "Point", "coordinates": [112.1, 43.6]}}
      ]}
      """;

  private static final String TOPOLOGY =
      """
      {"type": "Topology", "objects": {"w": {"type": "GeometryCollection", "geometries": [
        {"type": "Point", "coordinates": [112.1, 43.6], "properties": {"name": "a", "kind": "x"}},
        {"type": "Point", "coordinates": [112.2, 43.6], "properties": {"name": "b", "kind": "x"}}
      ]}}, "arcs": []}
      """;

  private static final String PLACES =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document>
        <Placemark><name>甲</name><Point><coordinates>112.1,43.6</coordinates></Point></Placemark>
        <Placemark><name>乙</name><Point><coordinates>112.2,43.7</coordinates></Point></Placemark>
      </Document></kml>
      """;

  /** Zone 37 of CGCS2000 in metres, as the numbers tell. */
  private static final double X = 37_579_000;

  private static final double Y = 4_835_000;

  private final Map<String, String> drafts = new TreeMap<>();
  private Path files;
  private RealWorkspace city;

  @BeforeAll
  void draftAndLoad(@TempDir Path folder) throws Exception {
    files = Files.createDirectories(folder.resolve("files"));
    writeFiles();
    Path contracts = Files.createDirectories(folder.resolve("schemas/contracts"));
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.filter(f -> !f.toString().matches(".*(dbf|shx|prj|cpg)")).toList()) {
        draft(file, contracts);
      }
    }
    draft(files.resolve("台账.dbf"), contracts);
    city =
        new RealWorkspace(
            folder.resolve("city"), folder.resolve("schemas"), "erenhot-2021-2035", "152501");
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.toList()) {
        city.deliver(file, "新资料/" + file.getFileName());
      }
    }
    city.load();
  }

  /** Each draft sees those before it, as if the analyst had put them into the workspace. */
  private void draft(Path file, Path contracts) throws IOException {
    Schemas schemas = Schemas.load(SchemaFiles.packaged().overlaidWith(contracts.getParent()));
    String text =
        new ContractDrafter(schemas, List.of("二连浩特市"), "EPSG:4490")
            .draft(file, Optional.empty(), Language.EN);
    String name = file.getFileName().toString();
    drafts.put(name, text);
    Files.writeString(contracts.resolve("draft-" + drafts.size() + ".yaml"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "人口_2024.xlsx, silver.statistic, 4",
    "产值_2024.csv, silver.statistic, 2",
    "井_2024.csv, silver.register_entry, 4",
    "项目_2024.xls, silver.register_entry, 2",
    "围栏.geojson, silver.theme_feature, 2",
    "水点.topojson, silver.theme_feature, 2",
    "地点.kml, silver.theme_feature, 2",
    "红线.gpkg, silver.theme_feature, 2",
    "图斑_2025.shp, silver.theme_feature, 2",
    "图斑包_2025.zip, silver.theme_feature, 2",
    "台账.dbf, silver.register_entry, 2",
    "点.parquet, silver.theme_feature, 2",
    "指数_2024.tif, silver.raster_tile, 1",
    "说明.pdf, silver.document, 1"
  })
  void theDraftLoadsEveryRow(String file, String table, long rows) {
    assertThat(city.table(table, "dataset = '" + contract(file).id() + "'").count())
        .as(() -> drafts.get(file) + city.table("ops.data_issue", "true").collectAsList())
        .isEqualTo(rows);
    assertNothingIsKeptBack(file);
  }

  private void assertNothingIsKeptBack(String file) {
    assertThat(
            city.table("ops.quarantine", "dataset = '" + contract(file).id() + "'").collectAsList())
        .as(drafts.get(file))
        .isEmpty();
  }

  @Test
  void whatTheFileShowsIsFilledIn() {
    Contract wells = contract("井_2024.csv");

    assertThat(wells.form()).isEqualTo(Form.RECORD_TABLE);
    assertThat(wells.period()).isEqualTo("year");
    assertThat(wells.yearOf("x/井_2025.csv")).contains(2025);
    assertThat(wells.column("entry_name")).map(Column::label).contains("名称");
    assertThat(wells.column("entry_id").orElseThrow().unique()).isTrue();
    assertThat(wells.column("longitude")).map(Column::logicalType).contains("number");
    assertThat(wells.columns())
        .filteredOn(Column::item)
        .extracting(column -> column.label() + " " + column.unit().orElseThrow())
        .containsExactly("井深（米） m", "年开采量(万立方米) 万m3");
    assertThat(wells.columns())
        .filteredOn(column -> column.label().equals("备用"))
        .extracting(Column::item)
        .as("a number without a unit is documented, not loaded")
        .containsExactly(false);
    assertThat(drafts.get("井_2024.csv")).contains("# e.g. 一号井").contains("no unit in the heading");
  }

  @Test
  void itemsOfATableCarryTheirPathAndUnit() {
    assertThat(contract("人口_2024.xlsx").columns())
        .extracting(column -> column.label() + " " + column.unit().orElseThrow())
        .containsExactly("常住人口 万人", "常住人口/城镇 万人");
  }

  @Test
  void layersTellTheirCrsTheirShapesAndTheirCodeLists() {
    assertThat(contract("围栏.geojson").crs()).contains("EPSG:4326");
    assertThat(contract("红线.gpkg").crs()).contains("EPSG:4490");
    assertThat(contract("图斑_2025.shp").crs()).contains("EPSG:4525");
    assertThat(drafts.get("围栏.geojson")).contains("# Geometry: LineString, Point");
    assertThat(drafts.get("图斑_2025.shp")).contains("# Geometry: Polygon");
    assertThat(contract("围栏.geojson").columns())
        .filteredOn(column -> column.codelist().isPresent())
        .extracting(Column::label)
        .containsExactly("地类编码");
    assertThat(drafts.get("图斑_2025.shp")).contains("{property: codelist, value: land_classes}");
    assertThat(contract("红线.gpkg").column("feature_id").orElseThrow().unique()).isTrue();
  }

  @Test
  void aColumnWhoseValuesRepeatIsNoKeyWhateverItsHeading() throws IOException {
    Path file = files.resolveSibling("样地.csv");
    Files.writeString(file, "名称,编号,经度\n甲,1,112.1\n乙,1,112.2\n");

    Contract draft =
        ContractReader.read(
            "draft", drafter().draft(file, Optional.of(Form.RECORD_TABLE), Language.EN));

    assertThat(draft.column("entry_id")).isEmpty();
    assertThat(draft.columns()).noneMatch(Column::unique);
    assertThat(draft.column("entry_name")).map(Column::logicalType).contains("string");
  }

  @Test
  void remarksComeInTheLanguageAsked() {
    String draft = drafter().draft(files.resolve("井_2024.csv"), Optional.empty(), Language.ZH);

    assertThat(draft).contains("# 样值 一号井").contains("# 提供部门").doesNotContain("e.g.");
  }

  @Test
  void theFormCanBeSaid() {
    String draft =
        drafter()
            .draft(files.resolve("井_2024.csv"), Optional.of(Form.STATISTICAL_TABLE), Language.EN);

    assertThat(ContractReader.read("draft", draft).form()).isEqualTo(Form.STATISTICAL_TABLE);
  }

  @Test
  void whatNoContractCouldBeAboutIsRefusedInOneSentence() throws IOException {
    Path empty = Files.createFile(files.resolveSibling("空.csv"));

    assertThatThrownBy(() -> drafter().draft(empty, Optional.empty(), Language.EN))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("空.csv");
    assertThatThrownBy(() -> drafter().draft(files.resolve("无"), Optional.empty(), Language.EN))
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("There is no file");
  }

  private static ContractDrafter drafter() {
    return new ContractDrafter(Schemas.load(SchemaFiles.packaged()), List.of("二连浩特市"), "EPSG:4490");
  }

  private Contract contract(String file) {
    return ContractReader.read(file, drafts.get(file));
  }

  private void writeFiles() throws IOException, SQLException, ParseException {
    workbook(
        new XSSFWorkbook(),
        "人口_2024.xlsx",
        List.of(
            List.of("3-1 主要人口指标"),
            List.of("", "", "单位：万人"),
            List.of("指标", "2023", "2024"),
            List.of("常住人口", 7.06, 7.01),
            List.of("  #城镇", 6.91, 6.87)));
    workbook(
        new HSSFWorkbook(),
        "项目_2024.xls",
        List.of(
            List.of("重点项目清单"),
            List.of("项目名称", "建设地点", "总投资（万元）", "开工日期"),
            List.of("公路", "北郊", 1200.0, "2024-05-01"),
            List.of("学校", "南郊", 800.5, "2024-06-01")));
    Files.writeString(
        files.resolve("井_2024.csv"),
        """
        名称,编号,经度,纬度,井深（米）,年开采量(万立方米),备用
        一号井,W1,112.01,43.65,120,12.5,1
        二号井,W2,112.02,43.66,80,3,1
        """,
        Charset.forName("GB18030"));
    Files.writeString(
        files.resolve("产值_2024.csv"),
        "工业总产值（2024年）,\n单位：万元,\n指标,数值\n工业总产值,\"1,250\"\n利润总额,35.5\n",
        Charset.forName("GB18030"));
    Files.writeString(files.resolve("围栏.geojson"), FEATURES);
    Files.writeString(files.resolve("水点.topojson"), TOPOLOGY);
    Files.writeString(files.resolve("地点.kml"), PLACES);
    Files.writeString(files.resolve("说明.pdf"), "%PDF-1.4 text");
    geoPackage(files.resolve("红线.gpkg"));
    geoParquet(files.resolve("点.parquet"));
    raster(files.resolve("指数_2024.tif"));
    survey();
  }

  /** Two parcels: as a shapefile, in an archive beside a note, and as a table of its own. */
  private void survey() throws IOException {
    Path shp =
        new ShapefileFixture(Charset.forName("GB18030"))
            .field("BSM", 'C', 18)
            .field("权属名称", 'C', 20)
            .field("DLBM", 'C', 4)
            .field("TBMJ", 'N', 12)
            .record("152501000000000001", "北郊", "0401", "10000.00")
            .record("152501000000000002", "南郊", "0403", "10000.00")
            .square(X, Y)
            .square(X + 200, Y)
            .write(files, "图斑_2025", X, Y);
    byte[] dbf = Files.readAllBytes(files.resolve("图斑_2025.dbf"));
    System.arraycopy(new byte[] {126, 1, 1}, 0, dbf, 1, 3);
    Files.write(files.resolve("台账.dbf"), dbf);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(files.resolve("图斑包_2025.zip")))) {
      for (String extension : List.of("shp", "shx", "dbf")) {
        zip.putNextEntry(new ZipEntry("交付/地块_2025." + extension));
        Files.copy(shp.resolveSibling("图斑_2025." + extension), zip);
      }
      zip.putNextEntry(new ZipEntry("交付/说明.txt"));
      zip.write("readme".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void raster(Path file) throws IOException {
    byte[] tiff =
        (byte[])
            SharedSpark.session()
                .sql(
                    "SELECT RS_AsGeoTiff(RS_MakeEmptyRaster(1, 20, 10, 112, 43.7, 0.01, -0.01, 0, 0, 4490))")
                .first()
                .get(0);
    Files.write(file, tiff);
  }

  private void workbook(Workbook book, String name, List<List<Object>> lines) throws IOException {
    try (book;
        OutputStream out = Files.newOutputStream(files.resolve(name))) {
      Sheet sheet = book.createSheet("表");
      for (int row = 0; row < lines.size(); row++) {
        var line = sheet.createRow(row);
        for (int column = 0; column < lines.get(row).size(); column++) {
          Object value = lines.get(row).get(column);
          if (value instanceof Double number) {
            line.createCell(column).setCellValue(number);
          } else {
            line.createCell(column).setCellValue((String) value);
          }
        }
      }
      book.write(out);
    }
  }

  private static void geoPackage(Path file) throws SQLException, ParseException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = database.createStatement()) {
      for (String ddl :
          List.of(
              "CREATE TABLE gpkg_contents (table_name, data_type, min_x, min_y, max_x, max_y)",
              "CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)",
              "CREATE TABLE gpkg_spatial_ref_sys"
                  + " (srs_id, organization, organization_coordsys_id, definition)",
              "INSERT INTO gpkg_contents VALUES ('HX','features',111.9,43.6,112.0,43.7)",
              "INSERT INTO gpkg_geometry_columns VALUES ('HX','geom',4490)",
              "INSERT INTO gpkg_spatial_ref_sys VALUES (4490,'EPSG',4490,'undefined')",
              "CREATE TABLE HX (fid INTEGER PRIMARY KEY, geom BLOB, BSM TEXT, MJ REAL)")) {
        statement.execute(ddl);
      }
      byte[] wkb =
          new WKBWriter()
              .write(
                  new WKTReader().read("POLYGON ((111.9 43.6, 112 43.6, 112 43.7, 111.9 43.6))"));
      ByteBuffer blob = ByteBuffer.allocate(8 + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
      blob.put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) 1).putInt(4490).put(wkb);
      try (PreparedStatement insert =
          database.prepareStatement("INSERT INTO HX VALUES (?, ?, ?, 12.5)")) {
        for (int row = 1; row <= 2; row++) {
          insert.setInt(1, row);
          insert.setBytes(2, blob.array());
          insert.setString(3, "15250100000000000" + row);
          insert.executeUpdate();
        }
      }
    }
  }

  private static void geoParquet(Path file) throws IOException {
    Path folder = file.resolveSibling("parquet");
    SharedSpark.session()
        .sql(
            """
            SELECT * FROM VALUES
              ('甲', 1.5, ST_GeomFromText('POINT (112.1 43.6)')),
              ('乙', 2.5, ST_GeomFromText('POINT (112.2 43.6)')) AS t(name, share, geometry)
            """)
        .coalesce(1)
        .write()
        .format("geoparquet")
        .save(folder.toString());
    try (Stream<Path> parts = Files.list(folder)) {
      Files.move(
          parts.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow(), file);
    }
    FileUtils.deleteDirectory(folder.toFile());
  }
}
