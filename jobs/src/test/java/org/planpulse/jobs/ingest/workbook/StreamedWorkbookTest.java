package org.planpulse.jobs.ingest.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.FileUtils;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.Form;

/** An .xlsx read row by row gives what the grid in memory gives. */
class StreamedWorkbookTest {

  private static final String[] TEXTS = {
    "样点", " 二连浩特 ", "a\nb", "\u00a0", "x_x000D_y", "", "<&>\"", "𠀀", "１２３"
  };
  private static final String[] FORMATS = {
    "General", "0.00", "#,##0", "yyyy年m月d日", "m/d/yy", "h:mm", "0%", "0.0E+00", "@"
  };
  private static final int ROWS = 12;
  private static final int COLUMNS = 6;

  private static Path folder;

  @TempDir Path landing;

  @BeforeContainer
  static void createFolder() throws IOException {
    folder = Files.createTempDirectory("workbooks");
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  @Property(tries = 60)
  void rowsAreThoseOfTheGrid(@ForAll long seed) throws Exception {
    Path file = folder.resolve("登记表.xlsx");
    write(new Random(seed), file);
    IssueStore gridIssues = TestSources.issues();
    IssueStore streamIssues = TestSources.issues();

    List<SheetGrid> grids = Workbooks.sheets(file, findings(gridIssues));
    try (RowWorkbook streamed = Workbooks.rows(file, folder, findings(streamIssues))) {
      assertThat(streamed).isInstanceOf(StreamedWorkbook.class);
      assertThat(streamed.sheets()).isEqualTo(grids.stream().map(SheetGrid::name).toList());
      for (SheetGrid grid : grids) {
        List<SheetRow> expected = all(new GridWorkbook(grids).rows(grid.name()));
        List<SheetRow> rows = all(streamed.rows(grid.name()));
        assertThat(
                rows.stream()
                    .map(row -> toWidth(row, grid.lastColumn() + 1))
                    .filter(row -> !row.texts().stream().allMatch(String::isEmpty)))
            .isEqualTo(expected);
      }
    }
    assertThat(places(streamIssues)).isEqualTo(places(gridIssues));
  }

  @Test
  void inlineTextsAreRead() throws Exception {
    Path file = landing.resolve("inline.xlsx");
    try (SXSSFWorkbook book = new SXSSFWorkbook(10);
        OutputStream out = Files.newOutputStream(file)) {
      Sheet sheet = book.createSheet("一");
      for (int i = 0; i < 100; i++) {
        Row row = sheet.createRow(i);
        row.createCell(0).setCellValue("样点" + i);
        row.createCell(2).setCellValue(i / 4.0);
      }
      book.write(out);
    }

    List<SheetRow> rows = rows(file, "一");

    assertThat(rows).hasSize(100);
    assertThat(rows.get(7)).isEqualTo(new SheetRow(7, List.of("样点7", "", "1.75"), 3));
  }

  @Test
  void aFormulaThatWasNeverCalculatedIsBlankAndNotZero() throws Exception {
    Path file = landing.resolve("formula.xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      Row row = book.createSheet("一").createRow(0);
      row.createCell(0).setCellValue("合计");
      row.createCell(1).setCellFormula("1+1");
      book.write(out);
    }

    assertThat(rows(file, "一")).containsExactly(new SheetRow(0, List.of("合计"), 1));
    SheetGrid grid = Workbooks.sheets(file, findings(TestSources.issues())).get(0);
    assertThat(grid.cell(0, 1)).isEqualTo(GridCell.empty(0, 1));
  }

  @Test
  void sharedTextsInTheFileAreThoseInMemory() throws Exception {
    StringBuilder xml = new StringBuilder("<sst>");
    IntStream.range(0, 20_000)
        .forEach(i -> xml.append("<si><t>第").append(i * 7919L).append("号𠀀</t></si>"));
    byte[] part = xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8);
    Path file = landing.resolve("texts");

    try (SharedTexts near = SharedTexts.read(new ByteArrayInputStream(part), file);
        SharedTexts far = SharedTexts.read(new ByteArrayInputStream(part), file, 500)) {
      assertThat(file).exists();
      for (int i : new int[] {0, 1, 19_999, 5, 6, 7, 12_000, 3, 11_999}) {
        assertThat(far.get(i)).isEqualTo(near.get(i)).isEqualTo("第" + i * 7919L + "号𠀀");
      }
      assertThatThrownBy(() -> far.get(20_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }
    assertThat(file).doesNotExist();
  }

  @Test
  void aSheetThatUnpacksToFarMoreThanItsSizeIsRefused() throws Exception {
    Path file = landing.resolve("bomb.xlsx");
    Path good = landing.resolve("good.xlsx");
    write(new Random(1), good);
    try (var zip = new java.util.zip.ZipFile(good.toFile());
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : java.util.Collections.list(zip.entries())) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sheet1.xml")) {
          out.write("<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII));
          byte[] rows = "<row/>".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 200; i++) {
            out.write(rows);
          }
          out.write("</sheetData></worksheet>".getBytes(StandardCharsets.US_ASCII));
        } else {
          zip.getInputStream(entry).transferTo(out);
        }
      }
    }

    assertThatThrownBy(() -> rows(file, "表1"))
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("FILE_INFLATES"));
  }

  private List<SheetRow> rows(Path file, String sheet) throws IOException, FileFault {
    try (RowWorkbook workbook =
        Workbooks.rows(file, landing.resolve("staging"), findings(TestSources.issues()))) {
      return all(workbook.rows(sheet));
    }
  }

  private static List<SheetRow> all(SheetRows rows) throws IOException, FileFault {
    List<SheetRow> all = new ArrayList<>();
    try (rows) {
      for (SheetRow row = rows.next(); row != null; row = rows.next()) {
        all.add(row);
      }
    }
    return all;
  }

  /** The grid's rows are as wide as its sheet; regions reach no further there. */
  private static SheetRow toWidth(SheetRow row, int width) {
    List<String> texts = new ArrayList<>(row.texts());
    while (texts.size() < width) {
      texts.add("");
    }
    return new SheetRow(row.row(), texts.subList(0, width), row.width());
  }

  private static List<String> places(IssueStore issues) {
    return issues.issues().stream().map(StreamedWorkbookTest::place).sorted().toList();
  }

  private static String place(Issue issue) {
    return issue.kind().code() + issue.values();
  }

  private static Findings findings(IssueStore issues) {
    Contract contract = TestSources.contract("T", Form.RECORD_TABLE, ".*", null, null, "a");
    return new Findings(issues, TestSources.anyDelivery(), contract);
  }

  private static void write(Random random, Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      List<CellStyle> styles = new ArrayList<>();
      for (String format : FORMATS) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        styles.add(style);
      }
      int sheets = 1 + random.nextInt(3);
      for (int i = 1; i <= sheets; i++) {
        fill(book.createSheet("表" + i), styles, random);
      }
      for (int i = 1; i < sheets; i++) {
        book.setSheetVisibility(
            i, random.nextInt(4) == 0 ? SheetVisibility.HIDDEN : SheetVisibility.VISIBLE);
      }
      book.write(out);
    }
  }

  private static void fill(Sheet sheet, List<CellStyle> styles, Random random) {
    for (int row = 0; row < ROWS; row++) {
      if (random.nextInt(5) > 0) {
        sheet.createRow(row).setZeroHeight(random.nextInt(8) == 0);
        for (int column = 0; column < COLUMNS; column++) {
          fill(sheet.getRow(row).createCell(column), styles, random);
        }
      }
    }
    for (int column = 0; column < COLUMNS; column++) {
      sheet.setColumnHidden(column, random.nextInt(8) == 0);
    }
    for (int i = 0; i < 4; i++) {
      merge(sheet, random);
    }
  }

  private static void merge(Sheet sheet, Random random) {
    int row = random.nextInt(ROWS);
    int column = random.nextInt(COLUMNS);
    CellRangeAddress region =
        new CellRangeAddress(
            row, row + random.nextInt(4), column, column + 1 + random.nextInt(COLUMNS));
    if (sheet.getMergedRegions().stream().noneMatch(region::intersects)) {
      sheet.addMergedRegionUnsafe(region);
    }
  }

  private static void fill(Cell cell, List<CellStyle> styles, Random random) {
    cell.setCellStyle(styles.get(random.nextInt(styles.size())));
    switch (random.nextInt(10)) {
      case 0, 1, 2 -> cell.setCellValue(TEXTS[random.nextInt(TEXTS.length)]);
      case 3 -> cell.setCellValue(random.nextInt(60_000));
      case 4 -> cell.setCellValue(random.nextGaussian() * 1e4);
      case 5 -> cell.setCellValue(random.nextBoolean());
      case 6 -> cell.setCellErrorValue((byte) 7);
      case 7 -> formula(cell, random);
      case 8 -> cell.setCellValue(new XSSFRichTextString("富文本" + random.nextInt(9)));
      default -> {}
    }
  }

  private static void formula(Cell cell, Random random) {
    cell.setCellFormula("A1&B1");
    switch (random.nextInt(4)) {
      case 0 -> cell.setCellValue("算出");
      case 1 -> cell.setCellValue(1.5);
      case 2 -> cell.setCellValue(true);
      default -> {}
    }
  }
}
