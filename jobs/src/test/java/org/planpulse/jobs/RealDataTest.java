package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.run.RunReport;

/**
 * The whole pipeline on the 2020 census of China by county and the county boundaries of Inner
 * Mongolia: files as they are found on the web, kept outside the repository. The league Xilingol
 * (1525) with Erenhot (152501) is looked at.
 */
class RealDataTest {

  private static final String LEAGUE = "region_code LIKE '1525__'";

  @TempDir static Path folder;

  private static Path census;
  private static RealWorkspace workspace;
  private static RunReport report;

  @BeforeAll
  static void runThePipeline() throws IOException, URISyntaxException {
    census = TestSources.realData("census2020-county-a");
    Path boundaries = TestSources.realData("admin-boundary-inner-mongolia-2021");
    workspace = new RealWorkspace(folder, "league", "152501");
    workspace.deliver(
        boundaries.resolve("inner-mongolia-108.wgs84.geojson"), "自然资源局/inner-mongolia.geojson");
    for (String file : List.of("population.csv", "ages.csv", "households.csv")) {
      workspace.deliver(census.resolve(file), "统计局/" + file);
    }
    report = workspace.run();
  }

  @Test
  void everyCountyIsAUnitWithoutParent() {
    assertThat(workspace.table("silver.admin_unit", "parent_code IS NULL").count()).isEqualTo(108);
    assertThat(workspace.table("silver.admin_unit", LEAGUE).count()).isEqualTo(13);
  }

  @Test
  void noLineIsLostOnTheWay() {
    for (Row file : workspace.table("bronze.source_file", "true").collectAsList()) {
      assertThat(file.<Long>getAs("rows_in"))
          .as(file.<String>getAs("file"))
          .isEqualTo(file.<Long>getAs("rows_loaded") + file.<Long>getAs("rows_quarantined"))
          .isEqualTo(file.<String>getAs("file").endsWith(".csv") ? 2990 : 108);
    }
    var counts =
        report.jobs().stream()
            .filter(job -> job.job().equals("conform-statistics"))
            .findFirst()
            .orElseThrow()
            .counts();
    assertThat(counts.get("cells")).isEqualTo(2990L * (7 + 23 + 11));
    assertThat(counts.get("cells_loaded") + counts.get("cells_quarantined"))
        .isEqualTo(counts.get("cells"));
    assertThat(counts.get("statistics")).isEqualTo(counts.get("cells_loaded"));
  }

  @Test
  void erenhotIsAsTheCensusFoundIt() {
    assertThat(indicator("RC-01", "152501")).isEqualTo(75794);
    assertThat(indicator("RC-02", "152501")).isCloseTo(97.97, within(1e-9));
    assertThat(indicator("RC-03", "152501")).isCloseTo(8.11, within(1e-9));
    assertThat(indicator("RC-04", "152501")).isCloseTo(2.38, within(1e-9));
    assertThat(indicator("RC-05", "152501")).isCloseTo(75794 / 4026.8, within(0.001));
  }

  @Test
  void mixedScalesOfOneTableKeepTheirMeaning() {
    assertThat(this.<Double>statistic("sex_ratio", "152501", "si_value"))
        .isCloseTo(1.0492, within(1e-12));
    assertThat(this.<Double>statistic("minority_share", "152501", "si_value"))
        .isCloseTo(0.2559, within(1e-12));
    assertThat(this.<Integer>statistic("sex_ratio", "152501", "year")).isEqualTo(2020);
  }

  @Test
  void leagueSumsToTheCensusTotal() throws IOException {
    long expected =
        Files.readAllLines(census.resolve("population.csv"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("1525"))
            .mapToLong(line -> Long.parseLong(line.split(",")[2]))
            .sum();
    double sum =
        workspace.value(
            "gold.indicator_value",
            LEAGUE + " AND indicator_code = 'RC-01' AND year = 2020 AND known_to IS NULL",
            "sum(value)");
    assertThat(expected).isEqualTo(1_107_075);
    assertThat(sum).isEqualTo(expected);
  }

  @Test
  void everyIndicatorIsKnownForEveryBanner() {
    List<Row> counts =
        workspace
            .table("gold.indicator_value", LEAGUE + " AND indicator_code LIKE 'RC-__'")
            .where("value IS NOT NULL AND known_to IS NULL")
            .groupBy("indicator_code")
            .count()
            .orderBy("indicator_code")
            .collectAsList();
    assertThat(counts).hasSize(8).allSatisfy(row -> assertThat(row.getLong(1)).isEqualTo(13));
  }

  /** A share worked out from n groups of four decimals may be off by n half units of the last. */
  @Test
  void indicatorsOfEveryBannerAreTheFiguresTheCensusDerived() throws IOException {
    Map<String, Map<String, Double>> columns = new TreeMap<>();
    columns.put("RC-01", column("population.csv", "POPU", 1));
    columns.put("RC-02", column("population.csv", "POPU_URB", 100));
    columns.put("RC-03", column("ages.csv", "AGES_65P", 100));
    columns.put("RC-04", column("households.csv", "HHLD_S", 1));
    columns.put("RC-06", column("ages.csv", "AGES_0-14", 100));
    columns.put("RC-07", column("ages.csv", "AGES_15-64", 100));
    columns.put("RC-08", column("ages.csv", "AGES_65P", 100));
    Map<String, Double> rounding = Map.of("RC-06", 0.025, "RC-07", 0.055, "RC-08", 0.03);

    columns.forEach(
        (code, derived) -> {
          assertThat(derived).hasSize(13);
          derived.forEach(
              (banner, value) ->
                  assertThat(indicator(code, banner))
                      .as(code + " of " + banner)
                      .isCloseTo(value, within(rounding.getOrDefault(code, 0.0) + 1e-9)));
        });
  }

  /** Of Zhalainuoer (150703) the census prints age groups that make 0.4578 of the people. */
  @Test
  void sharesThatDoNotMakeTheWholeAreAnIssueAndGiveNoIndicator() {
    assertThat(issues("RULE_BROKEN_ERROR"))
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.<String>getAs("file")).isEqualTo("统计局/ages.csv");
              assertThat(issue.<String>getAs("message_en")).contains("150703").contains("0.5422");
            });
    Row share =
        workspace
            .table("gold.indicator_value", "indicator_code = 'RC-03' AND region_code = '150703'")
            .collectAsList()
            .stream()
            .findFirst()
            .orElse(null);
    assertThat(share == null ? null : share.<Double>getAs("value")).isNull();
  }

  @Test
  void countiesBeyondTheLayerOfUnitsGetNoIndicator() {
    assertThat(workspace.table("silver.statistic", "region_code = '110101'").count()).isPositive();
    assertThat(workspace.table("gold.indicator_value", "region_code NOT LIKE '15%'").count())
        .isZero();
    assertThat(issues("REGION_BEYOND")).hasSize(3);
  }

  @Test
  void divisionErrorsAreIssuesWithFileAndLine() {
    List<Row> issues = issues("NUMBER_UNREADABLE");
    assertThat(issues).isNotEmpty();
    assertThat(issues)
        .allSatisfy(
            issue -> {
              assertThat(issue.<String>getAs("file")).isEqualTo("统计局/ages.csv");
              assertThat(issue.<String>getAs("place")).contains("1126");
              assertThat(issue.<String>getAs("message_en")).contains("#DIV/0!");
            });
    assertThat(workspace.table("ops.quarantine", "raw = '#DIV/0!'").count()).isEqualTo(23);
    assertThat(
            workspace
                .table("silver.statistic", "region_code = '350527' AND dataset = 'R-03'")
                .count())
        .isZero();
  }

  @Test
  void blankCellsAreMissingAndNotZero() {
    List<Row> blanks =
        workspace
            .table("silver.statistic", "region_code = '350527' AND dataset IN ('R-02', 'R-04')")
            .collectAsList();
    assertThat(blanks).hasSize(7 + 11);
    assertThat(blanks)
        .allSatisfy(
            row -> {
              assertThat(row.<String>getAs("value_status")).isEqualTo("MISSING");
              assertThat(row.<Double>getAs("value")).isNull();
              assertThat(row.<Double>getAs("si_value")).isNull();
            });
  }

  @Test
  void areaOfErenhotIsThatOfItsBoundary() throws ParseException {
    byte[] wkb = workspace.value("silver.admin_unit", "region_code = '152501'", "geometry");
    double geodesicKm2 = geodesicM2(new WKBReader().read(wkb)) / 1e6;
    double officialKm2 =
        workspace.value(
            "silver.admin_unit", "region_code = '152501'", "CAST(area_m2 AS DOUBLE) / 1e6");
    assertThat(geodesicKm2).isCloseTo(4026.8, within(0.1));
    // The outline has 47 vertices, so edges of 10 km: the official method joins them otherwise.
    assertThat(officialKm2).isCloseTo(geodesicKm2, within(0.2));
  }

  private static double indicator(String code, String region) {
    return workspace.value(
        "gold.indicator_value",
        "indicator_code = '%s' AND region_code = '%s' AND year = 2020 AND known_to IS NULL"
            .formatted(code, region),
        "value");
  }

  private <T> T statistic(String item, String region, String column) {
    return workspace.value(
        "silver.statistic",
        "item_code = '%s' AND region_code = '%s'".formatted(item, region),
        column);
  }

  /** A column of one of the census's files for the banners of the league. */
  private static Map<String, Double> column(String file, String name, double factor)
      throws IOException {
    List<String> lines = Files.readAllLines(census.resolve(file), StandardCharsets.UTF_8);
    int place = List.of(lines.get(0).split(",")).indexOf(name);
    return lines.stream()
        .filter(line -> line.startsWith("1525"))
        .map(line -> line.split(","))
        .collect(
            Collectors.toMap(
                cells -> cells[0], cells -> factor * Double.parseDouble(cells[place])));
  }

  private static List<Row> issues(String code) {
    return workspace.table("ops.data_issue", "code = '" + code + "'").collectAsList();
  }

  /** Area of a polygon without holes under geodesic edges. */
  private static double geodesicM2(Geometry shape) {
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] ring = ((Polygon) shape.getGeometryN(0)).getExteriorRing().getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      area.AddPoint(ring[i].y, ring[i].x);
    }
    return Math.abs(area.Compute(false, true).area);
  }
}
