package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.AnnualReportJob;
import org.planpulse.jobs.publish.Edition;
import org.planpulse.jobs.run.JobOutcome;
import org.planpulse.jobs.run.JobOutcome.Status;
import org.planpulse.jobs.run.RunReport;
import org.planpulse.schemas.Language;

/** The demo city from its files to the report: what must hold of the whole, whatever the parts. */
class EndToEndTest {

  private final TestPipeline demo = DemoWorkspace.pipeline();
  private final Path report = demo.workspace().reports().resolve("annual-2025.pdf");

  @Test
  void parcelsUnitsTownshipsAndClassesAddUpToTheSameCityToTheCent() {
    List<List<Object>> differences =
        demo.query(
            """
            WITH parcels AS (
              SELECT year, sum(area_m2) AS m2 FROM silver.land_parcel GROUP BY year
            ), level AS (
              SELECT year, length(region_code) AS digits, sum(area_m2) AS m2
              FROM gold.land_area GROUP BY ALL
            )
            SELECT year, digits, level.m2 - parcels.m2 AS difference
            FROM level JOIN parcels USING (year) ORDER BY ALL
            """);

    assertThat(differences).hasSize(6 * 3);
    assertThat(differences).allSatisfy(row -> assertThat(amount(row.get(2))).isZero());
    assertThat(demo.query("SELECT area_m2 FROM gold.area_ledger WHERE entry = 'difference'"))
        .as("parcels less the surveyed area of their unit: rounding")
        .isNotEmpty()
        .allSatisfy(row -> assertThat(Math.abs(amount(row.get(0)))).isLessThanOrEqualTo(0.05));
  }

  @Test
  void theMarginsOfEveryTransitionMatrixAreTheStocksToTheCent() {
    List<List<Object>> margins =
        demo.query(
            """
            WITH stock AS (
              SELECT region_code, year, dlbm, sum(area_m2) AS m2 FROM gold.land_area GROUP BY ALL
            ), span AS (
              SELECT DISTINCT region_code, from_year, to_year FROM gold.land_transition
            ), margin AS (
              SELECT region_code, from_year, to_year, from_year AS year, from_dlbm AS dlbm,
                     sum(area_m2) AS m2
              FROM gold.land_transition GROUP BY ALL
              UNION ALL
              SELECT region_code, from_year, to_year, to_year, to_dlbm, sum(area_m2)
              FROM gold.land_transition GROUP BY ALL
            ), due AS (
              SELECT span.*, stock.year, dlbm, m2
              FROM span JOIN stock ON stock.region_code = span.region_code
                AND stock.year IN (span.from_year, span.to_year)
            )
            SELECT region_code, from_year, to_year, year, dlbm, due.m2 - margin.m2
            FROM due FULL JOIN margin USING (region_code, from_year, to_year, year, dlbm)
            WHERE dlbm <> 'CLOSE'
            """);

    assertThat(margins).hasSizeGreaterThan(100);
    assertThat(margins)
        .filteredOn(row -> row.get(5) == null || amount(row.get(5)) != 0)
        .as("stock less margin")
        .isEmpty();
  }

  @Test
  void theCausesOfChangeAddUpToTheDifferenceOfTheStocksToTheCent() {
    List<List<Object>> classes =
        demo.query(
            """
            WITH span AS (
              SELECT DISTINCT from_year, to_year FROM gold.land_transition
            ), due AS (
              SELECT region_code, from_year, to_year, dlbm, czcsxm,
                     sum(CASE year WHEN to_year THEN area_m2 ELSE -area_m2 END) AS m2
              FROM gold.land_area JOIN span ON year IN (from_year, to_year) GROUP BY ALL
            ), told AS (
              SELECT region_code, from_year, to_year, dlbm, czcsxm, sum(change_m2) AS m2,
                     bool_or(cause = 'real') AS really
              FROM gold.land_change_cause GROUP BY ALL
            )
            SELECT region_code, dlbm, coalesce(due.m2, 0) - coalesce(told.m2, 0), really
            FROM due FULL JOIN told USING (region_code, from_year, to_year, dlbm, czcsxm)
            """);

    assertThat(classes).hasSizeGreaterThan(100).anyMatch(row -> Boolean.TRUE.equals(row.get(3)));
    assertThat(classes).filteredOn(row -> amount(row.get(2)) != 0).isEmpty();
  }

  /**
   * Zones lie inside the city, so their land fills them. Each of a zone's pieces is rounded to 0.01
   * m²; edges are straight in other coordinate systems than the parcels', hence one part in a
   * million.
   */
  @Test
  void landInsideAZoneFillsItsPolygon() {
    List<List<Object>> zones =
        demo.query(
            """
            SELECT z.zone_layer, z.zone_id, a.year, z.area_m2, sum(a.area_m2) AS land
            FROM silver.control_zone z
            JOIN gold.zone_land_area a USING (zone_layer, zone_id)
            WHERE a.region_code = '152501' GROUP BY ALL
            """);

    assertThat(zones).hasSizeGreaterThanOrEqualTo(4 * 6);
    assertThat(zones)
        .allSatisfy(
            row -> {
              double polygon = amount(row.get(3));
              assertThat(Math.abs(amount(row.get(4)) - polygon))
                  .as(row.toString())
                  .isLessThanOrEqualTo(0.1 + polygon * 5e-6);
            });
  }

  @Test
  void everyRowOfEveryFileIsLoadedOrQuarantined() {
    assertThat(demo.query("SELECT file FROM bronze.source_file WHERE dataset IS NOT NULL"))
        .hasSizeGreaterThan(30);
    assertThat(demo.unaccountedFiles()).isEmpty();
  }

  @Test
  void theLightsAreThoseTheDemoWasDesignedFor() {
    assertThat(
            demo.query(
                """
                SELECT indicator_code, level FROM gold.indicator_value
                WHERE year = 2025 AND region_code = '152501' AND known_to IS NULL
                  AND indicator_code IN
                    ('TJ21-A-11', 'EL-01', 'TJ21-A-13', 'SJ20-08', 'TJ21-A-04')
                """))
        .containsExactlyInAnyOrder(
            List.of("TJ21-A-11", "red"),
            List.of("EL-01", "orange"),
            List.of("TJ21-A-13", "green"),
            List.of("SJ20-08", "green"),
            List.of("TJ21-A-04", "info"));
  }

  /** Whatever has no value says which input is missing, or why it is not computed. */
  @Test
  void mostOfTheCatalogueHasAValueAndTheRestSaysWhyNot() {
    List<List<Object>> rows =
        demo.query(
            """
            SELECT standard_id, count(value), count(*), count(*) FILTER (value IS NULL AND
                   coalesce(reason, '') = '')
            FROM gold.indicator_value
            WHERE year = 2025 AND region_code = '152501' AND known_to IS NULL
            GROUP BY standard_id ORDER BY standard_id
            """);

    assertThat(rows)
        .containsExactly(
            List.of("LOCAL", 25L, 25L, 0L),
            List.of("SJZN-2020", 30L, 35L, 0L),
            List.of("TDT1063-2021", 107L, 122L, 0L));
  }

  @Test
  void theReportHasItsFontsEmbeddedAndPrintsTheProof() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
      assertThat(pdf.getNumberOfPages()).isGreaterThan(10);
      assertThat(fonts(pdf))
          .isNotEmpty()
          .allSatisfy(font -> assertThat(font.isEmbedded()).isTrue());
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
      List<List<Object>> totals =
          demo.query("SELECT sum(area_m2) FROM silver.land_parcel GROUP BY year");
      assertThat(totals)
          .hasSize(6)
          .allSatisfy(
              row -> assertThat(text).contains(String.format(Locale.ROOT, "%,.2f", row.get(0))));
    }
  }

  @Test
  void theTableOfCausesHoldsItsRowsWhateverPageItFallsOn() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
      int caption = text.lastIndexOf("各地类净变化的原因");
      assertThat(text.substring(caption, text.indexOf("各原因之和", caption)))
          .contains("实际变化", "闭合差", "草地");
    }
  }

  @Test
  void theReportNamesTheReadingsTakenAndTheReasonsForWhatIsNotComputed() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
      assertThat(text)
          .contains("分母：地区生产总值")
          .contains("替代口径：进出口总额与地区生产总值之比")
          .contains("资料清单无咖啡馆、茶舍点位或名录")
          .contains("沿用本版");
    }
  }

  @Test
  void aSecondRunSkipsEveryJobAndChangesNothing() throws IOException {
    Map<String, Long> versions = demo.context().warehouse().versions();
    byte[] before = Files.readAllBytes(report);

    RunReport second = demo.run();

    assertThat(second.jobs()).extracting(JobOutcome::status).containsOnly(Status.SKIPPED);
    assertThat(demo.context().warehouse().versions()).isEqualTo(versions);
    assertThat(report).hasBinaryContent(before);
  }

  @Test
  void aReportThatWasDeletedOrChangedIsWrittenAgainWithTheSameBytes() throws IOException {
    byte[] before = Files.readAllBytes(report);
    Files.delete(report);

    assertThat(demo.run().jobs())
        .filteredOn(job -> job.status() == Status.DONE)
        .extracting(JobOutcome::job)
        .containsExactly("annual-report");
    assertThat(report).hasBinaryContent(before);

    Files.writeString(report, "overwritten");
    demo.run();
    assertThat(report).hasBinaryContent(before);
  }

  @Test
  void theReportHasTheSameBytesInAnyTimeZoneAndLocale() throws IOException {
    byte[] before = Files.readAllBytes(report);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      Locale.setDefault(Locale.GERMANY);
      AnnualReportJob.write(demo.context(), Edition.present(Language.ZH));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
    assertThat(report).hasBinaryContent(before);
  }

  private static List<PDFont> fonts(PDDocument pdf) throws IOException {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : pdf.getPages()) {
      for (COSName name : page.getResources().getFontNames()) {
        fonts.add(page.getResources().getFont(name));
      }
    }
    return fonts;
  }

  private static double amount(Object value) {
    return ((Number) value).doubleValue();
  }
}
