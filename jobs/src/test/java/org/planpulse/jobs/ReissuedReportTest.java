package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.Test;

/** The demo city's report, and what becomes of it when a bulletin comes once more, corrected. */
class ReissuedReportTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 31);
  private static final LocalDate CORRECTED = LocalDate.of(2026, 11, 15);
  private static final String VALUE =
      """
      SELECT value FROM gold.indicator_value
      WHERE indicator_code = 'TJ21-A-01' AND region_code = '152501' AND year = 2025
      ORDER BY known_from DESC
      """;

  private final TestPipeline first = DemoWorkspace.pipeline();

  @Test
  void theOldDayGivesTheSameFileAndTodayTheNewFiguresWithErrata() throws IOException {
    Path folder = first.workspace().root().resolveSibling("reissued");
    TestPipeline city = first.copiedTo(folder, CORRECTED);
    Path report = city.workspace().reports().resolve("annual-2025.pdf");
    byte[] issued = Files.readAllBytes(report);
    double before = (Double) city.query(VALUE).get(0).get(0);
    String file = deliverOnceMore(city);

    assertThat(city.run().failure()).isEmpty();

    List<List<Object>> values = city.query(VALUE);
    assertThat(values).hasSizeGreaterThanOrEqualTo(2);
    double now = (Double) values.get(0).get(0);
    assertThat(values.get(1).get(0)).isEqualTo(before);
    assertThat(now).isNotEqualTo(before);
    assertThat(text(report))
        .contains("勘误", "与2026-10-31所知数据相比", "与2026-10-31所知不同的数值", "来源修订", file)
        .contains(
            "TJ21-A-01人均年用水量2025m³/人"
                + shown(before)
                + shown(now)
                + String.format(Locale.ROOT, "%+.1f", now - before));

    assertThat(city.reportIn(folder.resolve("aside")))
        .as("written for comparison, with its errata")
        .hasSameBinaryContentAs(report);

    Path old = city.report(FIRST);

    assertThat(old.getFileName()).hasToString("annual-2025-as-of-2026-10-31.pdf");
    assertThat(old).hasBinaryContent(issued);
  }

  private static String shown(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /** The bulletin with the water use a tenth higher, under another name. */
  private static String deliverOnceMore(TestPipeline city) throws IOException {
    List<Object> cell =
        city.query(
                """
                SELECT file, split_part(source_id, '!', 2), split_part(source_id, '!', 3)
                FROM silver.statistic
                JOIN bronze.source_file ON source_key = split_part(source_id, '!', 1)
                WHERE item_code = 'water_use_total' AND year = 2025 AND known_to IS NULL
                """)
            .get(0);
    String file = cell.get(0).toString().replace("样例_", "");
    Path landing = city.workspace().landing();
    try (InputStream in = Files.newInputStream(landing.resolve(cell.get(0).toString()));
        Workbook book = WorkbookFactory.create(in);
        OutputStream out = Files.newOutputStream(landing.resolve(file))) {
      CellReference place = new CellReference(cell.get(2).toString());
      Cell figure =
          book.getSheet(cell.get(1).toString()).getRow(place.getRow()).getCell(place.getCol());
      figure.setCellValue(figure.getNumericCellValue() * 1.1);
      book.write(out);
    }
    try (var lists = Files.list(landing)) {
      Path list = lists.filter(path -> path.toString().endsWith(".csv")).findFirst().orElseThrow();
      Files.writeString(
          list,
          "%s,%s,%s,更正\r\n".formatted(file, file.substring(0, file.indexOf('/')), CORRECTED),
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND);
    }
    return file;
  }

  private static String text(Path report) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", "");
    }
  }
}
