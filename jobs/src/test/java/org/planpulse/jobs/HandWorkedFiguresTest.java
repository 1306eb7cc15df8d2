package org.planpulse.jobs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.handwork.HandWorkedBook;
import org.planpulse.jobs.handwork.HandWorkedBook.Figure;
import org.planpulse.jobs.handwork.HandWorkedBook.Line;
import org.planpulse.jobs.handwork.LandingFiles;
import org.planpulse.jobs.handwork.LayerFields;
import org.planpulse.jobs.handwork.MeasuredFigures;
import org.planpulse.jobs.handwork.ParcelSums;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;

/**
 * Indicators of the demo city worked by hand from the departments' files, in a workbook whose cells
 * hold the formulas. Every input is read again from the files, so that a stale one fails.
 */
class HandWorkedFiguresTest {

  private static final String WORKBOOK = "hand-worked-figures.xlsx";
  private static final int REPORT_YEAR = 2025;

  /** Columns of the report's table of all indicators: base year, last year, this year. */
  private static final List<Integer> PRINTED = List.of(2020, 2024, REPORT_YEAR);

  private static TestPipeline demo;
  private static LandingFiles landing;
  private static HandWorkedBook book;
  private static Schemas schemas;
  private static Map<String, Indicator> catalogue;

  @BeforeAll
  static void open() throws IOException {
    demo = DemoWorkspace.pipeline();
    landing = new LandingFiles(demo.workspace().landing());
    book = new HandWorkedBook(HandWorkedFiguresTest.class.getResourceAsStream(WORKBOOK));
    schemas = Schemas.load(SchemaFiles.packaged());
    catalogue =
        schemas.indicators().stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
  }

  @AfterAll
  static void close() throws IOException {
    book.close();
  }

  @Test
  void theCellsWorkedFromAreThoseOfTheFiles() throws IOException {
    for (Line line : book.lines("inputs")) {
      assertThat(landing.cell(line.get("file"), line.get("sheet"), line.get("cell")))
          .as(line.toString())
          .isNotEmpty()
          .isEqualTo(line.get("raw"));
    }
    for (Line line : book.lines("copies")) {
      assertThat(book.copy(line.get("sheet here")))
          .as(line.toString())
          .isNotEmpty()
          .isEqualTo(landing.sheet(line.get("file"), line.get("sheet")));
    }
  }

  @Test
  void theAreasWorkedFromAreThoseTheMakersOfTheLayersFilledIn() throws IOException {
    SortedMap<String, String> surveyed = new TreeMap<>();
    for (int year : List.of(2020, REPORT_YEAR)) {
      ParcelSums.read(landing.path("自然资源局/样例_DLTB_%d.dbf".formatted(year)))
          .forEach(
              (key, sums) ->
                  surveyed.put(
                      year + " " + key, sums.parcels() + " " + sums.gross() + " " + sums.net()));
    }
    SortedMap<String, String> copied = new TreeMap<>();
    for (Line line : book.lines("land")) {
      copied.put(
          "%s %s %s".formatted(line.get("year"), line.get("DLBM"), line.get("CZCSXM")),
          "%s %s %s"
              .formatted(
                  line.get("parcels"), cents(line.get("TBMJ m2")), cents(line.get("TBDLMJ m2"))));
    }
    assertThat(copied).isEqualTo(surveyed);

    Map<List<String>, List<Line>> layers =
        book.lines("layers").stream()
            .collect(
                Collectors.groupingBy(
                    line ->
                        List.of(
                            line.get("file"),
                            line.get("layer"),
                            line.get("id column"),
                            line.get("field"))));
    for (var layer : layers.entrySet()) {
      List<String> place = layer.getKey();
      assertThat(
              layer.getValue().stream()
                  .collect(
                      Collectors.toMap(
                          line -> line.get("id"), line -> Double.valueOf(line.get("raw")))))
          .as(place.toString())
          .isEqualTo(
              LayerFields.read(landing.path(place.get(0)), place.get(1), place.get(2), place.get(3))
                  .entrySet()
                  .stream()
                  .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().doubleValue())));
    }
  }

  /** Written with two decimals; sines and cosines of other processors differ in their last bit. */
  @Test
  void theFiguresMeasuredApartFromTheProgramAreThoseWorkedFrom() throws IOException {
    Map<String, Double> measured = MeasuredFigures.of(landing);
    List<Line> lines = book.lines("measured");

    assertThat(lines)
        .extracting(line -> line.get("name"))
        .containsExactlyElementsOf(measured.keySet());
    for (Line line : lines) {
      double again = measured.get(line.get("name"));
      assertThat(Double.parseDouble(line.get("value in SI")))
          .as(line.toString())
          .isCloseTo(again, within(0.02 + 1e-8 * again));
    }
  }

  @Test
  void theWorkbookIsWorkedByFormulas() {
    List<Figure> figures = book.figures();

    assertThat(figures.stream().map(Figure::code).distinct()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(figures)
        .allSatisfy(figure -> assertThat(figure.formula()).matches(".*[a-z]+!\\$?[A-Z]\\$?\\d.*"));
  }

  @Test
  void theTableOfIndicatorsSaysWhatAPersonWorksOut() {
    Map<String, BigDecimal> computed = new TreeMap<>();
    for (List<Object> row :
        demo.query(
            """
            SELECT indicator_code, year, value FROM gold.indicator_value
            WHERE known_to IS NULL AND region_code = '152501' AND value IS NOT NULL
            """)) {
      int decimals = catalogue.get(row.get(0).toString()).decimals();
      computed.put(
          row.get(0) + " " + row.get(1),
          new BigDecimal(row.get(2).toString()).setScale(decimals, RoundingMode.HALF_UP));
    }
    Map<String, BigDecimal> worked =
        book.figures().stream()
            .collect(Collectors.toMap(f -> f.code() + " " + f.year(), Figure::worked));

    computed.keySet().retainAll(worked.keySet());
    assertThat(computed).containsExactlyInAnyOrderEntriesOf(worked);
  }

  @Test
  void theReportPrintsWhatAPersonWorksOutToTheLastDigit() throws IOException {
    String text = reportText();
    List<Figure> figures =
        book.figures().stream().filter(figure -> PRINTED.contains(figure.year())).toList();

    assertThat(figures).hasSizeGreaterThanOrEqualTo(100);
    for (Figure figure : figures) {
      assertThat(printed(text, figure.code()).get(PRINTED.indexOf(figure.year())))
          .as(figure.toString())
          .isEqualTo(NumberText.of(figure.worked().doubleValue(), figure.worked().scale()));
    }
  }

  /** A line of the table of all indicators: code, name, unit, maybe broken, and three years. */
  private static List<String> printed(String text, String code) {
    String unit = schemas.units().get(catalogue.get(code).unit()).symbol().zh();
    String broken = unit.chars().mapToObj(c -> Pattern.quote("" + (char) c)).collect(joining(" ?"));
    String number = "([−\\d.,]+|—)";
    Matcher line =
        Pattern.compile("%1$s .*? %2$s %3$s %3$s %3$s ".formatted(code, broken, number))
            .matcher(text);
    assertThat(line.find()).as(code).isTrue();
    return List.of(line.group(1), line.group(2), line.group(3));
  }

  private static String reportText() throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(demo.workspace().reports().resolve("annual-2025.pdf").toFile())) {
      return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }
  }

  private static String cents(String number) {
    return new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).toString();
  }
}
