package org.planpulse.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.DemoWorkspace;
import org.planpulse.jobs.TestPipeline;
import org.planpulse.schemas.Language;

/** What commands print about the demo city: data on standard output, messages on the other. */
class DemoCommandsTest {

  private static final Pattern LAYER =
      Pattern.compile("gold\\.land_area  ([\\d,]+) rows\\R    <- (\\S+\\.shp)  (\\S+)\\R");

  /** A part of a difference with its size. */
  private static final Pattern PART = Pattern.compile("  +([−+]?[\\d,.]+)  (.*)");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final TestPipeline demo = DemoWorkspace.pipeline();

  @Test
  void tablesListsTheTablesWithRowsAndMeaning() {
    run("tables", "--format", "csv");

    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("gold\\.indicator_value,[1-9]\\d+,.*,指标值"))
        .hasSizeGreaterThan(20);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void diffListsTheRevisedFigureWithOldAndNewValueAndItsCell() throws IOException {
    String revised =
        run("diff", "--from", "2026-07-01", "--to", "2026-12-31", "--format", "csv")
            .lines()
            .filter(line -> line.contains(",replaced,") || line.contains(",revised,"))
            .collect(Collectors.joining("\n"));

    assertThat(revised.lines()).hasSize(1);
    assertThat(revised).contains("2022,gdp,152501,").contains(",yuan,revised,");
    List<Object> known =
        demo.query(
                "SELECT CAST(before.si_value AS BIGINT), CAST(after.si_value AS BIGINT) FROM"
                    + " silver.statistic AS before JOIN silver.statistic AS after USING (dataset,"
                    + " item_code, region_code, year) WHERE before.known_to = after.known_from")
            .get(0);
    assertThat(revised).contains(known.get(0) + "," + known.get(1));
  }

  @Test
  void reportWritesThePageForLeadersToEditAndTheStatisticsToComputeOn() throws IOException {
    Path brief = Path.of(run("report", "--type", "brief", "--format", "docx").strip());
    Path booklet = Path.of(run("report", "--type", "booklet", "--format", "xlsx").strip());

    assertThat(brief).hasFileName("brief-2025.en.docx").isNotEmptyFile();
    try (Workbook workbook = WorkbookFactory.create(booklet.toFile(), null, true)) {
      assertThat(workbook.getNumberOfSheets()).isGreaterThan(10);
    }
  }

  @Test
  void reportWritesANoticeForEachWarning() {
    List<List<Object>> warned =
        demo.query(
            "SELECT DISTINCT target_id FROM gold.warning WHERE year = 2025 AND region_code ="
                + " '152501'");

    assertThat(run("report", "--type", "warning").lines())
        .hasSameSizeAs(warned)
        .allMatch(line -> line.matches(".*warning-2025-T-\\d\\d\\.en\\.pdf"));
  }

  @Test
  void reportWritesALeafletForEachUnitInOneGo() {
    List<List<Object>> units =
        demo.query("SELECT DISTINCT region_code FROM silver.admin_unit WHERE level <> 'city'");

    assertThat(run("report", "--type", "unit").lines())
        .hasSameSizeAs(units)
        .allMatch(line -> line.matches(".*unit-2025-\\d{9,12}\\.en\\.pdf"));
    assertThat(err.toString()).contains(units.size() + " written, 0 not written");
  }

  @Test
  void reportNamesTheTypesThereAreWhenAskedForAnother() {
    assertThat(execute("report", "--type", "moon")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("moon", "annual", "brief", "evaluation");
  }

  @Test
  void sqlPrintsATableOrCsvOrJson() throws IOException {
    String sql =
        "SELECT year, sum(parcels) AS parcels FROM gold.land_area WHERE region_code = '152501'"
            + " GROUP BY year ORDER BY year";

    assertThat(run("sql", sql, "--format", "csv").lines().findFirst()).contains("year,parcels");
    assertThat(new ObjectMapper().readTree(run("sql", sql, "--format", "json")))
        .hasSize(6)
        .last()
        .satisfies(row -> assertThat(row.get("parcels").asLong()).isGreaterThan(3_000));
    assertThat(run("sql", sql).lines()).element(1).asString().matches("-+ +-+ *");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aWrongStatementFailsWithOneSentence() {
    assertThat(execute("sql", "DROP TABLE gold.land_area")).isEqualTo(ExitCode.FAILED);

    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).isNotBlank().doesNotContain("\tat ", "Exception");
  }

  @Test
  void exportWritesALayerThatHoldsWhatTheTableHolds() throws SQLException {
    Path file = Path.of(run("export", "gold.line_violation", "--year", "2025").strip());

    assertThat(file).isEqualTo(demo.workspace().exports().resolve("gold.line_violation.gpkg"));
    try (Connection layer = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = layer.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*), sum(area_m2) FROM gold_line_violation")) {
      List<Object> table =
          demo.query(
                  "SELECT count(*), CAST(sum(area_m2) AS DOUBLE) FROM gold.line_violation"
                      + " WHERE year = 2025")
              .get(0);
      assertThat(row.getLong(1)).isPositive().isEqualTo(table.get(0));
      assertThat(row.getDouble(2)).isCloseTo((Double) table.get(1), within(0.001));
    }
    assertThat(execute("export", "gold.indicator_value")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("gold.line_violation").doesNotContain("\tat ");
  }

  @Test
  void explainSpeaksOfAnAreaDownToItsLayer() {
    String text = run("explain", "TJ21-A-11", "--year", "2025");

    Matcher layer = LAYER.matcher(text);
    assertThat(layer.find()).as(text).isTrue();
    assertThat(demo.workspace().landing().resolve(layer.group(2))).isRegularFile();
    assertThat(layer.group(3)).isEqualTo("样例_DLTB_2025");
    assertThat(
            demo.query(
                "SELECT count(*) FROM silver.land_parcel WHERE year = 2025 AND dlbm IN"
                    + " ('0101', '0102', '0103')"))
        .containsExactly(List.of(Long.valueOf(layer.group(1).replace(",", ""))));
    assertThat(text).contains("received 2026-04-20").doesNotContain("FAILED");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void explainOfAnIndicatorThatIsNotComputedSaysWhichDataIsMissing() {
    assertThat(run("explain", "TJ21-F-24", "--year", "2025")).contains("not computed: ");
  }

  @Test
  void explainOfAYearWithoutValueNamesTheYearsThereAre() {
    assertThat(execute("explain", "TJ21-A-11", "--year", "1999")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("2024, 2025").doesNotContain("\tat ");
  }

  @Test
  void aYearWithoutFiguresGetsNoReport() {
    assertThat(execute("report", "--year", "2030")).isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("No indicator has a value in 2030", "2024 2025");
    assertThat(demo.workspace().root().resolve("reports/annual-2030.pdf")).doesNotExist();
  }

  @Test
  void whySaysWhatTheDifferenceOfTwoYearsIsMadeOf() throws IOException {
    String text = run("why", "TJ21-A-11", "--year", "2025", "--since-year", "2021");
    JsonNode json =
        new ObjectMapper()
            .readTree(
                run(
                    "why",
                    "TJ21-A-11",
                    "--year",
                    "2025",
                    "--since-year",
                    "2021",
                    "--format",
                    "json"));

    List<BigDecimal> sizes =
        PART.matcher(text)
            .results()
            .filter(part -> !part.group(2).contains("known from"))
            .map(part -> new BigDecimal(part.group(1).replace('−', '-').replace("+", "")))
            .toList();
    BigDecimal together = sizes.get(sizes.size() - 1);
    assertThat(sizes.subList(0, sizes.size() - 1).stream().reduce(BigDecimal.ZERO, BigDecimal::add))
        .as(text)
        .isEqualByComparingTo(together)
        .isEqualByComparingTo(json.get("difference").decimalValue());
    assertThat(json.get("parts")).isNotEmpty();
    assertThat(text).contains("Real change  ", "样例_DLTB_2021", "样例_DLTB_2025");
  }

  @Test
  void whyWantsAnEarlierYear() {
    assertThat(execute("why", "TJ21-A-11", "--year", "2025", "--since-year", "2025"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(err.toString()).contains("--since-year 2025 must be before");
  }

  @Test
  void historyShowsEveryYearAndTheTrend() {
    String text = run("history", "TJ21-C-01", "--format", "csv");

    assertThat(text.lines())
        .contains("2020,7.5794,万人,OK,info,2023-11-20,,,", "2022,7.06,万人,OK,info,2023-11-20,,,")
        .anyMatch(line -> line.startsWith("2025,7."))
        .anyMatch(line -> line.startsWith("from_year,to_year,points,slope_per_year"));
    assertThat(err.toString()).startsWith("TJ21-C-01");
  }

  @Test
  void deliveriesShowsWhoOwesWhat() {
    assertThat(run("deliveries", "--year", "2025", "--format", "csv").lines())
        .anyMatch(
            line ->
                line.matches("A-01,.*,2025,accepted,2026-10-31,1,2026-04-20,(\\d+),\\1,0,0,100"))
        .anyMatch(line -> line.matches("D11-01a,.*,D11,2025,(missing|overdue),2026-10-31,,,,,,,"))
        .noneMatch(line -> line.matches("(D10-01|D17-02),.*,(missing|overdue),.*"));
    assertThat(err.toString()).contains(" datasets came. Periods: ");
  }

  private String run(String... arguments) {
    out.getBuffer().setLength(0);
    assertThat(execute(arguments)).as(err::toString).isEqualTo(ExitCode.DONE);
    return out.toString();
  }

  private int execute(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--workspace";
    all[arguments.length + 1] = demo.workspace().root().toString();
    return PlanPulse.commandLine(
            new Console(new PrintWriter(out, true), new PrintWriter(err, true), Language.EN, 120))
        .execute(all);
  }
}
