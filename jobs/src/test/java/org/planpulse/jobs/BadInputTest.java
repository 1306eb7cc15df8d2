package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.cli.Pipeline;
import org.planpulse.jobs.publish.DepartmentNotes;
import org.planpulse.jobs.publish.ReturnNotes;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobOutcome;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.schemas.Language;

/**
 * A landing zone in which departments made every mistake we know of, run to the end: the process
 * that reads it first is killed on the way, and the next one finishes the work.
 */
class BadInputTest {

  private static final String SURVEY = "自然资源局/样例_DLTB_2025";
  private static final int BSM = 0;
  private static final int DLBM = 3;
  private static final int NAME = 1;

  @TempDir static Path folder;

  private static TestPipeline city;
  private static Map<String, Long> versionsAfterKill;
  private static RunReport report;

  @BeforeAll
  static void runOnDamagedFiles() throws IOException {
    city = TestPipeline.in(folder.resolve("city"));
    copySomeFiles();
    damageTables();
    damageLayers();
    assertThatThrownBy(() -> city.run(killedAfter("conform-parcels"))).isInstanceOf(Killed.class);
    versionsAfterKill = city.context().warehouse().versions();
    report = city.run();
  }

  @Test
  void theRunSucceedsAndWritesItsReport() {
    assertThat(report.failure()).isEmpty();
    assertThat(city.workspace().reports().resolve("annual-2025.pdf")).isNotEmptyFile();
  }

  @Test
  void nothingIsLost() {
    assertThat(city.unaccountedFiles()).isEmpty();
    assertThat(city.query("SELECT DISTINCT file FROM ops.quarantine")).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "FILE_DAMAGED, 农牧和水务局/样例_水资源公报_2024.xlsx, ''",
    "FILE_UNKNOWN, 统计局/会议通知.docx, ''",
    "FORMAT_NOT_AS_NAMED, 统计局/样例_二连浩特市统计年鉴2023.xlsx, ''",
    "SHAPEFILE_NO_ATTRIBUTES, 自然资源局/样例_DLTB_2023.shp, ''",
    "CHARSET_NOT_AS_DECLARED, 自然资源局/样例_CZKFBJ.shp, 样例_CZKFBJ",
    "CHARSET_DAMAGED, 自然资源局/样例_基本草原.shp, 样例_基本草原!1",
    "CODE_UNKNOWN, 自然资源局/样例_DLTB_2025.shp, 样例_DLTB_2025!2",
    "CODE_EXPONENT, 自然资源局/样例_DLTB_2025.shp, 样例_DLTB_2025!4",
    "DUPLICATE_ID, 自然资源局/样例_DLTB_2025.shp, 样例_DLTB_2025!7",
    "GEOMETRY_REPAIRED, 自然资源局/样例_DLTB_2025.shp, 样例_DLTB_2025!9",
  })
  void eachFaultIsToldWithFileAndPlaceInBothLanguages(String code, String file, String place) {
    List<List<Object>> issues =
        city.query(
            "SELECT place, message_zh, message_en, remedy_zh, remedy_en FROM ops.data_issue"
                + " WHERE code = '"
                + code
                + "' AND file = '"
                + file
                + "'");

    assertThat(issues).singleElement().satisfies(issue -> assertTold(issue, place));
  }

  @Test
  void aCheckFindsWhatTheRunFoundAndLeavesTheWarehouseAsItIs() throws IOException {
    Map<String, Long> before = filesOf(city.workspace().warehouse());

    List<Issue> found = city.check();

    assertThat(filesOf(city.workspace().warehouse())).isEqualTo(before);
    String stages =
        Pipeline.loading().stream()
            .map(job -> "'" + job.describe().name() + "'")
            .collect(Collectors.joining(", "));
    assertThat(found)
        .extracting(
            issue ->
                List.<Object>of(
                    issue.kind().code(),
                    issue.kind().severity(),
                    issue.file(),
                    issue.place(),
                    issue.message(Language.ZH),
                    issue.remedy(Language.EN)))
        .hasSizeGreaterThan(20)
        .hasSameElementsAs(
            city.query(
                "SELECT code, severity, file, place, message_zh, remedy_en FROM ops.data_issue"
                    + " WHERE stage IN ("
                    + stages
                    + ")"));
  }

  /** Sizes by path. */
  private static Map<String, Long> filesOf(Path folder) throws IOException {
    Map<String, Long> sizes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sizes.put(folder.relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }

  @Test
  void theSurveyGetsAListToSortPlacesToSeeAndALetterOfOnePage() throws IOException {
    List<DepartmentNotes> notes = returnNotes(Language.ZH);

    assertThat(notes).extracting(DepartmentNotes::department).contains("自然资源局");
    DepartmentNotes survey = notes.get(0);
    assertThat(survey.files())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "自然资源局-2026-10-31.xlsx", "自然资源局-2026-10-31.geojson", "自然资源局-2026-10-31.pdf");
    assertThat(survey.errors()).isPositive();
    try (Workbook book = WorkbookFactory.create(survey.files().get(0).toFile())) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getLastRowNum()).isEqualTo((int) (survey.errors() + survey.warnings()));
      assertThat(sheet.getRow(0).getCell(5).getStringCellValue()).isEqualTo("问题");
      sheet.forEach(
          row -> row.forEach(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING)));
    }
    JsonNode places = new ObjectMapper().readTree(survey.files().get(1).toFile());
    assertThat(places.path("features"))
        .anySatisfy(
            place -> {
              assertThat(place.at("/properties/place").asText()).isEqualTo("样例_DLTB_2025!7");
              assertThat(place.at("/geometry/coordinates/0/0/0").asDouble())
                  .isBetween(111.0, 113.0);
            });
    try (PDDocument letter = Loader.loadPDF(survey.files().get(2).toFile())) {
      assertThat(letter.getNumberOfPages()).isEqualTo(1);
      assertThat(new PDFTextStripper().getText(letter)).contains("致自然资源局").contains("处理办法");
    }
  }

  @Test
  void aNoteWrittenAgainHasTheSameBytes() throws IOException {
    Path letter = returnNotes(Language.EN).get(0).files().get(2);
    byte[] first = Files.readAllBytes(letter);
    returnNotes(Language.EN);

    assertThat(letter).hasBinaryContent(first);
  }

  private static List<DepartmentNotes> returnNotes(Language language) {
    try (QuerySession session =
        QuerySession.open(new WarehouseLayout(city.workspace().warehouse()))) {
      return new ReturnNotes(
              city.workspace(),
              city.context().schemas(),
              language,
              LocalDate.of(2026, 10, 31),
              session)
          .write(Optional.empty());
    }
  }

  @Test
  void aUnitThatCannotBeMeantHoldsBackItsRowsOnly() {
    assertThat(
            city.query(
                "SELECT place FROM ops.data_issue WHERE code = 'UNIT_MISMATCH' AND file ="
                    + " '统计局/样例_二连浩特市统计年鉴2026.xlsx'"))
        .isNotEmpty()
        .allSatisfy(issue -> assertThat(issue.get(0).toString()).contains("!"));
    assertThat(city.query("SELECT * FROM silver.statistic WHERE item_code = 'gdp' AND year = 2025"))
        .hasSize(1);
  }

  @Test
  void theOtherParcelsAreLoaded() {
    assertThat(city.texts("SELECT count(*) FROM ops.quarantine WHERE file = '" + SURVEY + ".shp'"))
        .containsExactly("3");
    assertThat(
            city.query(
                "SELECT bsm FROM silver.land_parcel WHERE year = 2025 GROUP BY bsm HAVING count(*) >"
                    + " 1"))
        .isEmpty();
    assertThat(
            city.texts(
                "SELECT repair IS NOT NULL FROM silver.land_parcel WHERE source_id LIKE"
                    + " '%!样例_DLTB_2025!9'"))
        .containsExactly("true");
  }

  @Test
  void noTextForPeopleHoldsProgramTalk() {
    List<List<Object>> texts =
        city.query("SELECT message_zh, message_en, remedy_zh, remedy_en FROM ops.data_issue");

    assertThat(texts.toString()).doesNotContain("Exception", "\tat ", "org.", "{", "null");
    assertThat(city.log()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void aKilledRunIsFinishedByTheNextWithoutLoadingTwice() {
    assertThat(versionsAfterKill)
        .containsKey("silver.land_parcel")
        .doesNotContainKey("gold.land_area");
    assertThat(report.jobs()).extracting(JobOutcome::status).contains(JobOutcome.Status.DONE);
    assertThat(
            city.query(
                "SELECT source_id FROM (SELECT concat_ws('!', source_key, layer, feature) AS"
                    + " source_id FROM bronze.feature) GROUP BY ALL HAVING count(*) > 1"))
        .isEmpty();
  }

  private static void assertTold(List<Object> issue, String place) {
    assertThat(issue.get(0)).isEqualTo(place);
    assertThat(issue.subList(1, 5)).allSatisfy(text -> assertThat((String) text).isNotBlank());
    assertThat((String) issue.get(1)).containsPattern("\\p{IsHan}");
    assertThat((String) issue.get(2)).containsPattern("[a-z]{3}");
  }

  private static void copySomeFiles() throws IOException {
    for (String file :
        List.of(
            "自然资源局/样例_行政单元.gpkg",
            "统计局/样例_二连浩特市统计年鉴2026.xlsx",
            "农牧和水务局/样例_水资源公报_2024.xlsx",
            "农牧和水务局/样例_水资源公报_2025.xlsx")) {
      copy(file, file);
    }
    copy("统计局/样例_二连浩特市统计年鉴2023.xls", "统计局/样例_二连浩特市统计年鉴2023.xlsx");
    for (String layer : List.of("DLTB_2024", "DLTB_2025", "CZKFBJ", "基本草原")) {
      for (String member : List.of("shp", "shx", "dbf", "prj")) {
        String file = "自然资源局/样例_" + layer + "." + member;
        copy(file, file);
      }
    }
    copy("自然资源局/样例_DLTB_2023.shp", "自然资源局/样例_DLTB_2023.shp");
  }

  private static void damageTables() throws IOException {
    Path bulletin = landing("农牧和水务局/样例_水资源公报_2024.xlsx");
    byte[] whole = Files.readAllBytes(bulletin);
    Files.write(bulletin, Arrays.copyOf(whole, whole.length / 2));
    Files.writeString(landing("统计局/会议通知.docx"), "通知");
    replaceText(landing("统计局/样例_二连浩特市统计年鉴2026.xlsx"), "万人$", "公里");
  }

  private static void damageLayers() throws IOException {
    ShapefileDamage parcels = new ShapefileDamage(landing(SURVEY + ".shp"));
    parcels.set(2, DLBM, "9999");
    parcels.set(4, BSM, "1.52501E+17");
    parcels.copy(6, 7, BSM);
    parcels.crossItself(9);
    new ShapefileDamage(landing("自然资源局/样例_基本草原.shp"))
        .set(1, NAME, new byte[] {(byte) 0xB2, (byte) 0xFF, (byte) 0xFF, 'x'});
    Files.writeString(landing("自然资源局/样例_CZKFBJ.cpg"), "UTF-8");
  }

  private static void copy(String from, String to) throws IOException {
    Path target = landing(to);
    Files.createDirectories(target.getParent());
    Files.copy(DemoFiles.folder().resolve(from), target);
  }

  private static Path landing(String file) {
    return city.workspace().landing().resolve(file);
  }

  private static void replaceText(Path file, String pattern, String by) throws IOException {
    Workbook book;
    try (InputStream in = Files.newInputStream(file)) {
      book = new XSSFWorkbook(in);
    }
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.STRING) {
            cell.setCellValue(cell.getStringCellValue().replaceFirst(pattern, by));
          }
        }
      }
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    book.close();
  }

  private static List<Job> killedAfter(String name) {
    return Pipeline.jobs().stream()
        .map(job -> job.describe().name().equals(name) ? new LastJob(job) : job)
        .toList();
  }

  /** What nothing catches: the process is gone before it can note what it did. */
  private static final class Killed extends Error {

    private static final long serialVersionUID = 1L;
  }

  /** Does its work and dies. */
  private record LastJob(Job job) implements Job {

    @Override
    public JobDescription describe() {
      return job.describe();
    }

    @Override
    public Map<String, String> inputs(RunContext run) {
      return job.inputs(run);
    }

    @Override
    public JobPlan plan(RunContext run) {
      return job.plan(run);
    }

    @Override
    public JobResult run(RunContext run, IssueStore issues) {
      job.run(run, issues);
      throw new Killed();
    }
  }
}
