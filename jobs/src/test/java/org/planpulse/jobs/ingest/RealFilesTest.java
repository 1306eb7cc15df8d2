package org.planpulse.jobs.ingest;

import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.GeneratedPage;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.jobs.ingest.table.StatisticalTableReader;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/**
 * Every real file, read under a contract that asks for no more than its format, against what GDAL
 * and plain loops find in it. Writes {@code docs/real-files.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealFilesTest {

  /** Tables of another program, notes about the files, and licences are no deliveries. */
  private static final Pattern NO_DELIVERY =
      Pattern.compile("delta-golden-a/.*|.*\\.md|.*LICENSE[^/]*");

  private static final Pattern LIST = Pattern.compile(".*\\.(csv|txt|tsv)");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  /** Of an area in the plane: the same rings, summed in another order. */
  private static final double AREA_TOLERANCE = 1e-9;

  private static final String NO_GDAL = "ogrinfo and gdalinfo are not installed";

  private static final String HEAD =
      """
      # Real files 真实文件

      Files that nobody of this project wrote, each read under a contract that asks for its format only. The files are
      kept outside the repository; a test reads them, compares, and writes this page. Rows are features of layers,
      tiles of rasters, records of lists, cells of statistical tables. Beside them stands what others find: GDAL's
      `ogrinfo` (features; area in the plane of the coordinates, where every ring is sound) and `gdalinfo` (cells), a
      plain count of records, and all numeric cells of a workbook. The last column is what the department is told.
      本项目以外的真实文件，按格式读取后与 GDAL 及逐行计数对照；本页由测试写出，文件不在仓库中。

      | file 文件 | format 格式 | in 行数 | loaded 装入 | CRS 坐标系 | others find 对照 | told 提示 |
      |---|---|---|---|---|---|---|
      """;

  private static final Set<FileFormat> LAYERS =
      Set.of(
          FileFormat.SHAPEFILE,
          FileFormat.GEOPACKAGE,
          FileFormat.GEOJSON,
          FileFormat.TOPOJSON,
          FileFormat.KML,
          FileFormat.PARQUET);

  /**
   * A file as read.
   *
   * @param issues told while it was read
   */
  private record Reading(
      Delivery delivery, Contract contract, FileIngest.Result result, List<Issue> issues) {

    FileFormat format() {
      return result.file().format();
    }

    boolean loaded() {
      return result.rows() != null;
    }
  }

  /** What came out of Spark for a file. */
  private record Loaded(long rows, double measure, Set<String> crs) {

    private static final Loaded NOTHING = new Loaded(0, 0, Set.of());
  }

  private final List<Reading> readings = new ArrayList<>();
  private final Map<String, Loaded> loaded = new HashMap<>();
  private final Map<String, IndependentFigures.Layers> layers = new HashMap<>();
  private final Map<String, Map<String, Double>> numbers = new HashMap<>();
  private boolean gdal;

  @BeforeAll
  void readEveryFile(@TempDir Path work) throws IOException {
    Path root = TestSources.realData("csv-dbf-torture-a").getParent();
    gdal = IndependentFigures.gdalIsInstalled();
    FileIngest ingest =
        new FileIngest(
            SharedSpark.session(),
            new StatisticalTableReader(Set.of("元", "万元", "%")::contains),
            TestSources.crsTexts(),
            "EPSG:4490",
            work.resolve("staging"),
            new DocumentStore(work));
    LandingZone zone = LandingZone.scan(root, work.resolve("unpacked"), LocalDate.EPOCH);
    for (Delivery delivery : zone.deliveries()) {
      if (!NO_DELIVERY.matcher(delivery.file()).matches()) {
        readings.add(read(ingest, delivery, "F" + readings.size()));
      }
    }
    measure(Form.RECORD_TABLE, "1", "dataset");
    measure(Form.STATISTICAL_TABLE, "IF(number IS NULL, 0, 1)", "dataset");
    measure(Form.VECTOR_LAYER, "ST_Area(ST_GeomFromWKB(geometry))", "crs");
    measure(Form.RASTER, "RS_Width(RS_FromGeoTiff(tile)) * RS_Height(RS_FromGeoTiff(tile))", "crs");
    findFigures();
  }

  private void findFigures() throws IOException {
    for (Reading reading : of(Form.STATISTICAL_TABLE)) {
      numbers.put(reading.contract().id(), IndependentFigures.numbers(reading.delivery().path()));
    }
    for (Reading reading : gdal ? layers() : List.<Reading>of()) {
      IndependentFigures.layers(reading.delivery().path())
          .ifPresent(found -> layers.put(reading.contract().id(), found));
    }
  }

  private static Reading read(FileIngest ingest, Delivery delivery, String id) throws IOException {
    Contract contract = contract(delivery, id);
    IssueStore issues = TestSources.issues();
    FileIngest.Result result =
        ingest.read(new Assignment(delivery, contract), new Findings(issues, delivery, contract));
    return new Reading(delivery, contract, result, issues.issues());
  }

  private static Contract contract(Delivery delivery, String id) throws IOException {
    FileFormat format = FileFormat.of(delivery.path());
    if (format == FileFormat.TIFF) {
      return TestSources.contract(id, Form.RASTER, ".*", null, null);
    }
    if (format.workbook()) {
      return TestSources.contract(id, Form.STATISTICAL_TABLE, ".*", null, null);
    }
    boolean list = LIST.matcher(delivery.name()).matches() && format != FileFormat.BOUNDARY_POINTS;
    return list || format == FileFormat.DBF
        ? TestSources.contract(id, Form.RECORD_TABLE, ".*", null, null, headings(delivery, format))
        : TestSources.contract(id, Form.VECTOR_LAYER, ".*", null, null);
  }

  private static String[] headings(Delivery delivery, FileFormat format) throws IOException {
    Charset charset = charset(delivery);
    if (format == FileFormat.DBF) {
      return IndependentFigures.dbfFields(delivery.path(), charset).toArray(String[]::new);
    }
    return IndependentFigures.records(delivery.path(), charset, delimiter(delivery)).stream()
        .findFirst()
        .orElse(List.of("?"))
        .toArray(String[]::new);
  }

  /** As PROVENANCE.md tells it, by the file's name. */
  private static Charset charset(Delivery delivery) {
    String name = delivery.name();
    return name.startsWith("utf16le")
        ? StandardCharsets.UTF_16LE
        : name.equals("gbk.dbf")
            ? Charset.forName("GBK")
            : name.equals("big5.dbf")
                ? Charset.forName("Big5")
                : name.equals("shiftjis.dbf")
                    ? Charset.forName("Shift_JIS")
                    : StandardCharsets.UTF_8;
  }

  private static char delimiter(Delivery delivery) throws IOException {
    String start = new String(Files.readAllBytes(delivery.path()), charset(delivery));
    return start.lines().limit(1).anyMatch(line -> line.contains("\t")) ? '\t' : ',';
  }

  /** One pass over all files of a form. */
  private void measure(Form form, String measure, String set) {
    Optional<Dataset<Row>> rows = union(form);
    Column values = collect_set(set);
    rows.ifPresent(
        all ->
            all.groupBy("dataset")
                .agg(count("*"), sum(expr(measure)).cast("double"), values)
                .collectAsList()
                .forEach(
                    row ->
                        loaded.put(
                            row.getString(0),
                            new Loaded(
                                row.getLong(1),
                                row.isNullAt(2) ? 0 : row.getDouble(2),
                                set.equals("crs")
                                    ? new TreeSet<>(row.<String>getList(3))
                                    : Set.of()))));
  }

  private Loaded loaded(Reading reading) {
    return loaded.getOrDefault(reading.contract().id(), Loaded.NOTHING);
  }

  @Test
  void noRowIsLostAndWhatIsNotLoadedHasAReason() {
    assertThat(readings.size()).isGreaterThan(130);
    for (Reading reading : readings) {
      SourceFile file = reading.result().file();
      assertThat(file.rowsIn())
          .as(reading.delivery().file())
          .isEqualTo(loaded(reading).rows() + file.rowsQuarantined());
      if (loaded(reading).rows() == 0 || file.rowsQuarantined() > 0) {
        assertThat(reading.issues()).as(reading.delivery().file()).isNotEmpty();
      }
      assertThat(reading.issues())
          .as(reading.delivery().file())
          .allSatisfy(
              issue -> {
                assertThat(issue.message(Language.EN)).doesNotContain("{");
                assertThat(issue.message(Language.ZH)).doesNotContain("Exception");
                assertThat(issue.message(Language.EN)).doesNotContain("Exception");
              });
    }
  }

  @Test
  void featuresAreAsManyAsGdalFinds() {
    assumeTrue(gdal, NO_GDAL);
    for (Reading reading : layers()) {
      assertThat(layers).as(reading.delivery().file()).containsKey(reading.contract().id());
      assertThat(reading.result().file().rowsIn())
          .as(reading.delivery().file())
          .isEqualTo(layers.get(reading.contract().id()).features());
    }
  }

  @Test
  void polygonsCoverWhatGdalFinds() {
    assumeTrue(gdal, NO_GDAL);
    for (Reading reading : layers()) {
      IndependentFigures.Layers found = layers.get(reading.contract().id());
      if (found.sound()) {
        assertThat(loaded(reading).measure())
            .as(reading.delivery().file())
            .isCloseTo(found.area(), within(found.area() * AREA_TOLERANCE));
      }
    }
  }

  @Test
  void rastersAreAsLargeAsGdalFinds() {
    assumeTrue(gdal, NO_GDAL);
    for (Reading reading : of(Form.RASTER)) {
      long[] size = IndependentFigures.rasterSize(reading.delivery().path()).orElseThrow();
      assertThat(loaded(reading).measure())
          .as(reading.delivery().file())
          .isEqualTo((double) size[0] * size[1]);
    }
  }

  @Test
  void listsAreAsLongAsAPlainCount() throws IOException {
    for (Reading reading : of(Form.RECORD_TABLE)) {
      assertThat(reading.result().file().rowsIn())
          .as(reading.delivery().file())
          .isEqualTo(records(reading));
    }
  }

  /** Every number stands in the workbook where the reader says it does. */
  @Test
  void numbersOfWorkbooksAreThoseOfTheirCells() {
    Dataset<Row> cells = union(Form.STATISTICAL_TABLE).orElseThrow().where("number IS NOT NULL");
    for (Row cell : cells.select("dataset", "sheet", "cell", "number", "raw").collectAsList()) {
      assertThat(numbers.get(cell.getString(0)).get(cell.getString(1) + "!" + cell.getString(2)))
          .as("%s", cell)
          .isEqualTo(cell.getDouble(3));
    }
  }

  @Test
  void thePageTellsWhatBecameOfEachFile() throws IOException {
    assumeTrue(gdal, NO_GDAL);
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (Reading reading : readings) {
      String file = reading.delivery().file();
      String place = reading.loaded() ? file : file.replaceFirst("[^/]*(\\.[^./]*)$", "*$1");
      lines.computeIfAbsent(place + told(reading), key -> new ArrayList<>()).add(file);
    }
    StringBuilder page = new StringBuilder(HEAD);
    lines.forEach(
        (line, files) ->
            page.append("| ")
                .append(files.size() == 1 ? files.get(0) : place(line) + " (" + files.size() + ")")
                .append(line.substring(line.indexOf(" | ")))
                .append(" |\n"));
    new GeneratedPage("real-files.md").mustSay(page.toString());
  }

  private static String place(String line) {
    return line.substring(0, line.indexOf(" | ")).replace("*", "\\*");
  }

  private String told(Reading reading) {
    SourceFile file = reading.result().file();
    return " | %s | %d | %d | %s | %s | %s"
        .formatted(
            reading.format().label(),
            file.rowsIn(),
            loaded(reading).rows(),
            crs(reading),
            independent(reading),
            reasons(reading));
  }

  private String crs(Reading reading) {
    return loaded(reading).crs().stream()
        .map(
            crs -> {
              Matcher name = QUOTED.matcher(crs);
              return name.find() ? name.group(1) : crs;
            })
        .collect(Collectors.joining(", "));
  }

  private String independent(Reading reading) {
    String id = reading.contract().id();
    if (layers.containsKey(id)) {
      IndependentFigures.Layers found = layers.get(id);
      return found.features()
          + (found.area() == 0 || !found.sound()
              ? ""
              : String.format(Locale.ROOT, ", area %.6g", found.area()));
    }
    if (numbers.containsKey(id)) {
      return numbers.get(id).size() + " numbers";
    }
    if (reading.loaded() && reading.contract().form() == Form.RASTER) {
      long[] size = IndependentFigures.rasterSize(reading.delivery().path()).orElseThrow();
      return size[0] + " × " + size[1];
    }
    try {
      return reading.loaded() ? String.valueOf(records(reading)) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String reasons(Reading reading) {
    Map<String, Issue> first = new LinkedHashMap<>();
    reading.issues().forEach(issue -> first.putIfAbsent(issue.kind().code(), issue));
    return first.values().stream()
        .map(issue -> issue.message(Language.EN).replaceAll("[\\s|]+", " "))
        .collect(Collectors.joining(" "));
  }

  private Optional<Dataset<Row>> union(Form form) {
    return of(form).stream().map(reading -> reading.result().rows()).reduce(Dataset::union);
  }

  private List<Reading> of(Form form) {
    return readings.stream()
        .filter(reading -> reading.loaded() && reading.contract().form() == form)
        .toList();
  }

  private List<Reading> layers() {
    return of(Form.VECTOR_LAYER).stream()
        .filter(reading -> LAYERS.contains(reading.format()))
        .toList();
  }

  private static long records(Reading reading) throws IOException {
    Path file = reading.delivery().path();
    Delivery delivery = reading.delivery();
    return reading.format() == FileFormat.DBF
        ? IndependentFigures.dbfRecords(file)
        : IndependentFigures.records(file, charset(delivery), delimiter(delivery)).size() - 1;
  }
}
