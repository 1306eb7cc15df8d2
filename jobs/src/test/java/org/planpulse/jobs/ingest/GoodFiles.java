package org.planpulse.jobs.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.samples.format.DbfField;
import org.planpulse.samples.format.GeoPackageWriter;
import org.planpulse.samples.format.GeoTiffWriter;
import org.planpulse.samples.format.ShapefileWriter;
import org.planpulse.samples.format.WorkbookFile;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** One small sound file of every format that is read, the same bytes at every call. */
final class GoodFiles {

  static final Charset GBK = Charset.forName("GB18030");
  static final int ROWS = 12;
  static final List<String> HEADINGS = List.of("区站号", "日期", "平均气温", "测站备注");

  private static final LocalDate CHANGED = LocalDate.of(2026, 1, 1);
  private static final double EAST = 37_579_000;
  private static final double NORTH = 4_835_000;
  private static final double DEGREES_EAST = 111.9;
  private static final double DEGREES_NORTH = 43.6;

  private final Path folder;

  /**
   * @param folder for files that only a path can be written to
   */
  GoodFiles(Path folder) {
    this.folder = folder;
  }

  List<GoodFile> all() throws IOException {
    return List.of(
        yearbookXlsx(),
        yearbookXls(),
        listXlsx(),
        listXls(),
        webPage(),
        csvGbk(),
        csvUtf8(),
        dbf(),
        shapefile(),
        geoPackage(),
        geoJson(),
        topoJson(),
        kml(),
        boundaryPoints(),
        geoParquet(),
        geoTiff(),
        zip());
  }

  static Contract list() {
    return TestSources.contract(
        "T-01", Form.RECORD_TABLE, ".*", null, null, HEADINGS.toArray(String[]::new));
  }

  static Contract yearbook() {
    return TestSources.contract("T-02", Form.STATISTICAL_TABLE, ".*", null, null);
  }

  static Contract layer(String crs) {
    return TestSources.contract("T-03", Form.VECTOR_LAYER, ".*", null, crs, "BSM", "NAME");
  }

  static Contract raster() {
    return TestSources.contract("T-04", Form.RASTER, ".*", null, "EPSG:4490");
  }

  GoodFile yearbookXlsx() throws IOException {
    return GoodFile.of("年鉴.xlsx", yearbook(), 2L * ROWS, yearbook(new XSSFWorkbook()));
  }

  GoodFile yearbookXls() throws IOException {
    return GoodFile.of("年鉴.xls", yearbook(), 2L * ROWS, yearbook(new HSSFWorkbook()));
  }

  GoodFile listXlsx() throws IOException {
    return GoodFile.of("日值.xlsx", list(), ROWS, listed(new XSSFWorkbook()));
  }

  GoodFile listXls() throws IOException {
    return GoodFile.of("日值.xls", list(), ROWS, listed(new HSSFWorkbook()));
  }

  GoodFile webPage() {
    String rows =
        lines().stream()
            .map(texts -> "<tr><td>" + String.join("</td><td>", texts) + "</td></tr>\n")
            .collect(Collectors.joining());
    String page =
        "<html><head><meta charset=\"gb2312\"></head><body><table>\n"
            + rows
            + "</table></body></html>";
    return GoodFile.of("网页.xls", list(), ROWS, page.getBytes(GBK));
  }

  GoodFile csvGbk() {
    return GoodFile.of("日值.csv", list(), ROWS, csv().getBytes(GBK));
  }

  GoodFile csvUtf8() {
    byte[] content = ("\uFEFF" + csv()).getBytes(StandardCharsets.UTF_8);
    return GoodFile.of("日值带标记.csv", list(), ROWS, content);
  }

  static String csv() {
    return lines().stream()
        .map(line -> String.join(",", line) + "\r\n")
        .collect(Collectors.joining());
  }

  GoodFile dbf() throws IOException {
    List<DbfField> fields =
        List.of(
            DbfField.text("区站号", 6),
            DbfField.text("日期", 8),
            DbfField.number("平均气温", 8, 1),
            DbfField.text("测站备注", 20));
    Path shp = folder.resolve("table.shp");
    try (ShapefileWriter writer = new ShapefileWriter(shp, GBK, CHANGED, fields)) {
      for (List<String> line : lines().subList(1, ROWS + 1)) {
        Object[] values = line.toArray();
        values[2] = new java.math.BigDecimal(line.get(2));
        writer.add(square(EAST, NORTH, 10), values);
      }
    }
    return GoodFile.of("日值.dbf", list(), ROWS, Files.readAllBytes(folder.resolve("table.dbf")));
  }

  GoodFile shapefile() throws IOException {
    Path shp = folder.resolve("图斑.shp");
    List<DbfField> fields = List.of(DbfField.text("BSM", 18), DbfField.text("NAME", 20));
    try (ShapefileWriter writer = new ShapefileWriter(shp, GBK, CHANGED, fields)) {
      for (int i = 0; i < ROWS; i++) {
        writer.add(square(EAST + 200 * i, NORTH, 100), id(i), name(i));
      }
    }
    Map<String, byte[]> members = new LinkedHashMap<>();
    for (String member : List.of("shp", "shx", "dbf", "prj")) {
      members.put("图斑." + member, Files.readAllBytes(folder.resolve("图斑." + member)));
    }
    return new GoodFile("图斑.shp", layer("EPSG:4525"), ROWS, members);
  }

  GoodFile geoPackage() throws IOException {
    Path file = folder.resolve("图斑.gpkg");
    List<GeoPackageWriter.Feature> features =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> new GeoPackageWriter.Feature(inDegrees(i), List.<Object>of(id(i), name(i))))
            .toList();
    try (GeoPackageWriter writer = new GeoPackageWriter(file, CHANGED)) {
      writer.addLayer("PARCEL", "图斑", List.of("BSM TEXT", "NAME TEXT"), features);
    }
    return GoodFile.of("图斑.gpkg", layer("EPSG:4490"), ROWS, Files.readAllBytes(file));
  }

  GoodFile geoJson() {
    return geoJson(
        IntStream.range(0, ROWS)
            .mapToObj(i -> "{\"type\":\"Polygon\",\"coordinates\":[" + ring(i) + "]}")
            .toList());
  }

  /** A collection with these geometries, each a JSON text. */
  static GoodFile geoJson(List<String> geometries) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < geometries.size(); i++) {
      features.add(
          "{\"type\":\"Feature\",\"properties\":{\"BSM\":\"%s\",\"NAME\":\"%s\"},\"geometry\":%s}"
              .formatted(id(i), name(i), geometries.get(i)));
    }
    String text =
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", features) + "\n]}";
    return GoodFile.of("图斑.geojson", layer("EPSG:4326"), features.size(), utf8(text));
  }

  GoodFile topoJson() {
    String arcs =
        IntStream.range(0, ROWS).mapToObj(GoodFiles::ring).collect(Collectors.joining(","));
    String shapes =
        IntStream.range(0, ROWS)
            .mapToObj(
                i ->
                    "{\"type\":\"Polygon\",\"arcs\":[[%d]],\"properties\":{\"BSM\":\"%s\"}}"
                        .formatted(i, id(i)))
            .collect(Collectors.joining(",\n"));
    String text =
        "{\"type\":\"Topology\",\"arcs\":[%s],\n\"objects\":{\"parcels\":{\"type\":\"GeometryCollection\",\"geometries\":[%s]}}}"
            .formatted(arcs, shapes);
    return GoodFile.of("图斑.topojson", layer("EPSG:4490"), ROWS, utf8(text));
  }

  GoodFile kml() {
    return kml("", IntStream.range(0, ROWS).mapToObj(GoodFiles::placemark).toList());
  }

  /**
   * @param prologue what stands before the root element
   * @param placemarks elements
   */
  static GoodFile kml(String prologue, List<String> placemarks) {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n%s<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n%s\n</Document></kml>"
            .formatted(prologue, String.join("\n", placemarks));
    return GoodFile.of("图斑.kml", layer("EPSG:4326"), placemarks.size(), utf8(text));
  }

  static String placemark(int i) {
    String ring = ring(i).replaceAll("^\\[\\[|\\]\\]$", "").replace("],[", " ");
    return placemark(
        name(i),
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>"
            + ring
            + "</coordinates></LinearRing></outerBoundaryIs></Polygon>");
  }

  static String placemark(String name, String shape) {
    return "<Placemark><name>" + name + "</name>" + shape + "</Placemark>";
  }

  GoodFile boundaryPoints() {
    StringBuilder text = new StringBuilder("[属性描述]\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n");
    text.append("投影类型=高斯克吕格\r\n带号=37\r\n[地块坐标]\r\n");
    for (int i = 0; i < ROWS; i++) {
      text.append("5,1.00,%s,%s,面,,公用,,@\r\n".formatted(id(i), name(i)));
      int number = 1;
      for (Coordinate point : square(EAST + 200 * i, NORTH, 100).getCoordinates()) {
        text.append("J%d,1,%.3f,%.3f\r\n".formatted(number++, point.y, point.x));
      }
    }
    return GoodFile.of("地块.txt", layer("EPSG:4525"), ROWS, text.toString().getBytes(GBK));
  }

  GoodFile geoParquet() throws IOException {
    String values =
        IntStream.range(0, ROWS)
            .mapToObj(
                i -> "('%s', '%s', ST_GeomFromText('%s'))".formatted(id(i), name(i), inDegrees(i)))
            .collect(Collectors.joining(", "));
    Path out = folder.resolve("parquet");
    SharedSpark.session()
        .sql("SELECT * FROM VALUES " + values + " AS t(BSM, NAME, geometry)")
        .coalesce(1)
        .write()
        .format("geoparquet")
        .mode("overwrite")
        .save(out.toString());
    try (var files = Files.list(out)) {
      Path file =
          files.filter(path -> path.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return GoodFile.of("图斑.parquet", layer("EPSG:4326"), ROWS, Files.readAllBytes(file));
    }
  }

  /** 300 x 270 cells of 0.001°, four tiles. */
  GoodFile geoTiff() throws IOException {
    GeoTiffWriter.Grid grid =
        new GeoTiffWriter.Grid(4490, false, DEGREES_EAST, 43.9, 0.001, 300, 270);
    float[] cells = new float[300 * 270];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = i % 1000;
    }
    Path file = folder.resolve("高程.tif");
    GeoTiffWriter.write(file, grid, cells, "-9999");
    return GoodFile.of("高程.tif", raster(), 4, Files.readAllBytes(file));
  }

  GoodFile zip() throws IOException {
    return GoodFile.of("日值包.zip", list(), ROWS, zipped("日值.csv", csv().getBytes(GBK)));
  }

  static byte[] zipped(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, GBK)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(CHANGED.atStartOfDay());
      zip.putNextEntry(entry);
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  static List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    for (int i = 0; i < ROWS; i++) {
      lines.add(
          List.of("5306" + i % 10, "202501%02d".formatted(i + 1), "-" + (i + 10) + ".5", name(i)));
    }
    return lines;
  }

  byte[] workbook(Workbook workbook) throws IOException {
    boolean binary = workbook instanceof HSSFWorkbook;
    Path file = folder.resolve(binary ? "book.xls" : "book.xlsx");
    if (binary) {
      WorkbookFile.write((HSSFWorkbook) workbook, file);
    } else {
      WorkbookFile.write((XSSFWorkbook) workbook, file);
    }
    return Files.readAllBytes(file);
  }

  private byte[] yearbook(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("人口");
    sheet.createRow(0).createCell(0).setCellValue("3-1 人口（2022年）");
    texts(sheet.createRow(1), List.of("指标", "普查", "年末"));
    for (int i = 0; i < ROWS; i++) {
      Row row = sheet.createRow(i + 2);
      row.createCell(0).setCellValue(name(i) + "人口");
      row.createCell(1).setCellValue(75_794 + i);
      row.createCell(2).setCellValue(70_600.5 + i);
    }
    return workbook(workbook);
  }

  private byte[] listed(Workbook workbook) throws IOException {
    Sheet sheet = workbook.createSheet("日值");
    List<List<String>> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      texts(sheet.createRow(i), lines.get(i));
    }
    return workbook(workbook);
  }

  static void texts(Row row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      row.createCell(i).setCellValue(texts.get(i));
    }
  }

  static Polygon inDegrees(int i) {
    return square(DEGREES_EAST + 0.01 * i, DEGREES_NORTH, 0.005);
  }

  /** The coordinates of one feature as a JSON array. */
  static String ring(int i) {
    return java.util.Arrays.stream(inDegrees(i).getCoordinates())
        .map(point -> "[%.3f,%.3f]".formatted(point.x, point.y))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static Polygon square(double x, double y, double size) {
    return new GeometryFactory()
        .createPolygon(
            new Coordinate[] {
              new Coordinate(x, y),
              new Coordinate(x, y + size),
              new Coordinate(x + size, y + size),
              new Coordinate(x + size, y),
              new Coordinate(x, y)
            });
  }

  private static String id(int i) {
    return "1525010000000000%02d".formatted(i);
  }

  private static String name(int i) {
    return "第" + (i + 1) + "号地块";
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
