package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell.Amount;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Column.Kind;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.LandUse.UnitRow;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class FormatsTest {
  private static final Document ANNUAL = ReportFamilyTest.document("annual", Language.ZH);

  @TempDir Path folder;

  private Path write(Format format) {
    return Types.writer()
        .write(
            Types.get("annual"),
            Subject.city(CheckupFixture.of(Language.ZH)),
            format,
            folder.resolve("annual." + format));
  }

  private static <T extends Block> List<T> blocks(Class<T> kind) {
    return ANNUAL.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  @Test
  void aWorkbookHasASheetForEachTableWithNumbersAsNumbers() throws Exception {
    try (Workbook workbook = WorkbookFactory.create(write(Format.XLSX).toFile())) {
      for (Table table : blocks(Table.class)) {
        Sheet sheet = workbook.getSheet(table.caption().number());
        assertThat(sheet).as(table.caption().line()).isNotNull();
        for (int i = 0; i < table.rows().size(); i++) {
          assertThat(numbers(sheet.getRow(i + 1)))
              .as(table.caption().line())
              .containsExactlyElementsOf(numbers(table.rows().get(i)));
        }
      }
    }
  }

  @Test
  void eachSheetCarriesTheSampleMarkAndTheFirstWhatTheCoverSays() throws Exception {
    String mark = Wording.of(Language.ZH).text("sample.mark");
    try (Workbook workbook = WorkbookFactory.create(write(Format.XLSX).toFile())) {
      assertThat(texts(workbook.getSheetAt(0))).containsAll(coverTexts("："));
      assertThat(workbook.getNumberOfSheets()).isEqualTo(2 + blocks(Table.class).size());
      for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
        assertThat(texts(workbook.getSheetAt(i))).contains(mark);
        assertThat(workbook.getSheetAt(i).getHeader().getCenter()).isEqualTo(mark);
      }
    }
  }

  @Test
  void aSheetWithEmptyCellsSaysWhatTheyMean() throws Exception {
    String missing = Wording.of(Language.ZH).text("sheet.missing");
    try (Workbook workbook = WorkbookFactory.create(write(Format.XLSX).toFile())) {
      for (Table table : blocks(Table.class)) {
        boolean any =
            table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell instanceof Amount amount && amount.value() == null);
        assertThat(texts(workbook.getSheet(table.caption().number())).contains(missing))
            .as(table.caption().line())
            .isEqualTo(any);
      }
    }
  }

  @Test
  void aDepartmentThatDeliveredNothingHasDashes() {
    Row nothing =
        blocks(Table.class).stream()
            .flatMap(table -> table.rows().stream())
            .filter(row -> row.cells().get(0).text().equals("公安局"))
            .findFirst()
            .orElseThrow();
    assertThat(nothing.cells().stream().map(org.planpulse.reports.document.Cell::text))
        .containsExactly("公安局", "2", "0", "0", "1", "1", "—", "—");
  }

  /** The facts of the cover, each with its label, and its note. */
  private static List<String> coverTexts(String colon) {
    Cover cover = ANNUAL.cover().orElseThrow();
    assertThat(cover.facts()).hasSizeGreaterThanOrEqualTo(5);
    assertThat(cover.note()).isNotEmpty();
    return Stream.concat(
            cover.facts().stream().map(fact -> fact.label() + colon + fact.value()),
            Stream.of(cover.note()))
        .toList();
  }

  private static List<String> texts(Sheet sheet) {
    return StreamSupport.stream(sheet.spliterator(), false)
        .flatMap(row -> StreamSupport.stream(row.spliterator(), false))
        .filter(cell -> cell.getCellType() == CellType.STRING)
        .map(Cell::getStringCellValue)
        .toList();
  }

  private static List<Double> numbers(org.apache.poi.ss.usermodel.Row row) {
    return IntStream.range(0, row.getLastCellNum())
        .mapToObj(row::getCell)
        .filter(cell -> cell != null && cell.getCellType() == CellType.NUMERIC)
        .map(Cell::getNumericCellValue)
        .toList();
  }

  private static List<Double> numbers(Row row) {
    return row.cells().stream()
        .filter(Amount.class::isInstance)
        .map(cell -> ((Amount) cell).value())
        .filter(value -> value != null)
        .map(Number::doubleValue)
        .toList();
  }

  @Test
  void aSpreadsheetAddsUpUnitsToTheHectare() throws Exception {
    List<UnitRow> units = CheckupFixture.of(Language.ZH).landUse().units();
    double expected = units.stream().mapToDouble(UnitRow::totalM2).sum() / 10_000;
    try (Workbook workbook = WorkbookFactory.create(write(Format.XLSX).toFile())) {
      Table table =
          blocks(Table.class).stream()
              .filter(one -> one.caption().text().startsWith("各单元"))
              .findFirst()
              .orElseThrow();
      Sheet sheet = workbook.getSheet(table.caption().number());
      double sum =
          IntStream.rangeClosed(1, units.size())
              .mapToDouble(i -> sheet.getRow(i).getCell(2).getNumericCellValue())
              .sum();
      assertThat(sum).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6));
      assertThat(new DataFormatter().formatCellValue(sheet.getRow(1).getCell(2)))
          .isEqualTo("28,678.57");
    }
  }

  @Test
  void aDocumentToEditHasHeadingsTablesCaptionsAndDescribedPictures() throws Exception {
    try (InputStream in = Files.newInputStream(write(Format.DOCX));
        XWPFDocument word = new XWPFDocument(in)) {
      assertThat(styled(word, "Heading1"))
          .containsExactlyElementsOf(ANNUAL.chapters().stream().map(Chapter::bookmark).toList());
      assertThat(
              word.getStyles().getStyle("Heading1").getCTStyle().getPPr().getOutlineLvl().getVal())
          .isZero();
      assertThat(styled(word, "Caption"))
          .containsAll(blocks(Table.class).stream().map(t -> t.caption().line()).toList());
      assertThat(styled(word, "FigureCaption"))
          .containsExactlyElementsOf(
              blocks(Figure.class).stream().map(f -> f.caption().line()).toList());
      assertThat(word.getTables()).allMatch(table -> table.getRow(0).isRepeatHeader());
      assertThat(pictures(word))
          .extracting(picture -> picture.getCTPicture().getNvPicPr().getCNvPr().getDescr())
          .containsExactlyElementsOf(
              blocks(Figure.class).stream().map(Figure::alternative).toList());
      assertThat(word.getTables())
          .extracting(FormatsTest::lines)
          .containsExactlyElementsOf(tables().map(FormatsTest::lines).toList());
    }
  }

  @Test
  void aTableToEditKeepsTheWidthsOfItsColumnsAndTheLinesOfItsStyle() throws Exception {
    List<Table> tables = tables().toList();
    try (InputStream in = Files.newInputStream(write(Format.DOCX));
        XWPFDocument word = new XWPFDocument(in)) {
      for (int i = 0; i < tables.size(); i++) {
        CTTbl table = word.getTables().get(i).getCTTbl();
        assertThat(table.getTblPr().isSetTblBorders()).isFalse();
        List<Integer> widths =
            tables.get(i).columns().stream()
                .filter(column -> column.kind() != Kind.PICTURE)
                .map(Column::width)
                .toList();
        assertThat(table.getTblGrid().getGridColList())
            .extracting(column -> ((BigInteger) column.getW()).intValue())
            .as(tables.get(i).caption().line())
            .isEqualTo(
                widths.stream()
                    .map(width -> width * 9820 / widths.stream().mapToInt(w -> w).sum())
                    .toList());
      }
    }
  }

  private static List<XWPFPicture> pictures(XWPFDocument word) {
    return word.getParagraphs().stream()
        .flatMap(paragraph -> paragraph.getRuns().stream())
        .flatMap(run -> run.getEmbeddedPictures().stream())
        .toList();
  }

  /** All tables in order, the lights among them. */
  private static Stream<Table> tables() {
    return ANNUAL.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(block -> block instanceof Table || block instanceof LightCounts)
        .map(block -> block instanceof LightCounts lights ? lights.table() : (Table) block);
  }

  private static List<String> lines(XWPFTable table) {
    return table.getRows().stream()
        .map(row -> row.getTableCells().stream().map(XWPFTableCell::getText).toList())
        .map(cells -> String.join("|", cells))
        .toList();
  }

  /** Heads, then each row with its section above it when that changes and its note below it. */
  private static List<String> lines(Table table) {
    List<Integer> shown =
        IntStream.range(0, table.columns().size())
            .filter(i -> table.columns().get(i).kind() != Kind.PICTURE)
            .boxed()
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add(joined(shown, i -> table.columns().get(i).head()));
    String section = "";
    for (Row row : table.rows()) {
      if (!row.section().equals(section)) {
        section = row.section();
        lines.add(section);
      }
      lines.add(joined(shown, i -> row.cells().get(i).text()));
      if (!row.note().isEmpty()) {
        lines.add(row.note());
      }
    }
    return lines;
  }

  private static String joined(List<Integer> columns, IntFunction<String> text) {
    return columns.stream().map(text::apply).collect(Collectors.joining("|"));
  }

  @Test
  void anEnglishCoverHasEnglishColons() throws Exception {
    Path file =
        Types.writer()
            .write(
                Types.get("annual"),
                Subject.city(CheckupFixture.of(Language.EN)),
                Format.DOCX,
                folder.resolve("annual.en.docx"));
    try (InputStream in = Files.newInputStream(file);
        XWPFDocument word = new XWPFDocument(in)) {
      assertThat(styled(word, "Normal"))
          .contains("Plan: Erenhot Territorial Spatial Plan (2021–2035)")
          .noneMatch(text -> text.contains("："));
    }
  }

  private static List<String> styled(XWPFDocument word, String style) {
    return word.getParagraphs().stream()
        .filter(paragraph -> style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }

  @Test
  void aPageForBrowsersIsWellFormedWithHeadsAndTextsForPictures() throws Exception {
    Path file = write(Format.HTML);
    String html = Files.readString(file).replace("<!DOCTYPE html>\n", "");
    org.w3c.dom.Document page =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new java.io.ByteArrayInputStream(html.getBytes("UTF-8")));
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("zh-CN");
    assertThat(page.getElementsByTagName("h1").getLength()).isEqualTo(1);
    Node style = page.getElementsByTagName("style").item(0);
    assertThat(style.getChildNodes().getLength()).as("nothing but rules").isEqualTo(1);
    assertThat(page.getElementsByTagName("table").getLength())
        .isEqualTo(blocks(Table.class).size() + 1);
    assertThat(elements(page.getElementsByTagName("table")))
        .allSatisfy(FormatsTest::hasCaptionAndHeads);
    assertThat(elements(page.getElementsByTagName("th")))
        .extracting(head -> head.getAttribute("scope"))
        .contains("col", "row", "rowgroup")
        .doesNotContain("colgroup");
    assertThat(elements(page.getElementsByTagName("img")))
        .hasSameSizeAs(blocks(Figure.class))
        .allMatch(img -> !img.getAttribute("alt").isBlank())
        .allMatch(img -> img.getAttribute("src").startsWith("data:image/png;base64,"));
    assertThat(html).doesNotContain("http://", "https://");
    assertThat(elements(page.getElementsByTagName("dd")).stream().map(Element::getTextContent))
        .containsExactlyElementsOf(
            ANNUAL.cover().orElseThrow().facts().stream().map(Cover.Fact::value).toList());
    String text = ReadPdf.squeeze(page.getDocumentElement().getTextContent());
    String sparklines = Wording.of(Language.ZH).text("indicator.course");
    assertThat(ReportFamilyTest.texts(ANNUAL))
        .filteredOn(part -> !part.equals(sparklines))
        .allSatisfy(part -> assertThat(text).contains(ReadPdf.squeeze(part)));
  }

  private static void hasCaptionAndHeads(Element table) {
    assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
    assertThat(elements(table.getElementsByTagName("th")))
        .isNotEmpty()
        .allMatch(head -> !head.getAttribute("scope").isEmpty());
    for (Element group : elements(table.getElementsByTagName("tbody"))) {
      assertThat(elements(group.getElementsByTagName("th")))
          .filteredOn(head -> head.getAttribute("scope").equals("rowgroup"))
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
