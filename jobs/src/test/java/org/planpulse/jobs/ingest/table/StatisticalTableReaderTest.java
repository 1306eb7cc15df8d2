package org.planpulse.jobs.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Form;

class StatisticalTableReaderTest {

  private static final Set<String> UNITS =
      Set.of("人", "万人", "亿元", "万元", "公顷", "万m3", "毫米", "万立方米", "%", "元", "万人次", "公里");

  @TempDir Path landing;

  private final IssueStore issues = TestSources.issues();
  private Workbook book;
  private Sheet sheet;

  @BeforeEach
  void openBook() {
    book = new XSSFWorkbook();
    sheet = book.createSheet("人口");
  }

  @Test
  void itemsAsRowsAndYearsAsColumnsKeepTheirPathsUnitsAndRawTexts() throws Exception {
    row(0, "3-1 主要人口指标（2020—2022）");
    row(1, null, null, null, "单位：人");
    row(2, "指　　标", "2020", "2021年", "２０２２");
    row(3, "常 住 人 口", 75794.0, 72100.0, "70,600");
    row(4, "  #城  镇", 72000.0, null, "…");
    row(5, "户籍人口（万人）", 3.4, 3.5, "-");

    List<TableCell> cells = read();

    assertThat(cells).hasSize(9);
    TableCell first = at(cells, "B4");
    assertThat(first.rowPath()).isEqualTo("常住人口");
    assertThat(first.columnPath()).isEqualTo("2020");
    assertThat(first.tableUnit()).isEqualTo("人");
    assertThat(first.number()).isEqualTo(75794.0);
    assertThat(first.raw()).isEqualTo("75794");
    assertThat(first.tableNumber()).isEqualTo("3-1");
    assertThat(first.titleYear()).as("a range of years names no year").isNull();
    assertThat(at(cells, "D4").columnPath()).isEqualTo("2022");
    assertThat(at(cells, "D4").raw()).isEqualTo("70,600");
    assertThat(at(cells, "D4").number()).isNull();
    assertThat(at(cells, "B5").rowPath()).isEqualTo("常住人口/城镇");
    assertThat(at(cells, "B5").subitem()).isTrue();
    assertThat(at(cells, "C5").raw()).as("a blank stays blank, not zero").isEmpty();
    assertThat(at(cells, "C5").number()).isNull();
    assertThat(at(cells, "D5").raw()).isEqualTo("…");
    assertThat(at(cells, "B6").rowPath()).isEqualTo("户籍人口");
    assertThat(at(cells, "B6").rowUnit()).isEqualTo("万人");
    assertThat(at(cells, "B6").subitem()).isFalse();
  }

  @Test
  void mergedHeadersOfThreeRowsBecomePathsAndEnglishLinesAreDropped() throws Exception {
    row(0, "表2.6  耕地与园地");
    row(1, "年  份", "耕  地", null, "园地", "备 注");
    row(2, "Year", "Cultivated Land", null, "Garden Land", "Remarks");
    row(3, null, "面积\n（公顷）", "其中：水浇地", "（公顷）", null);
    merge("A2:A2", "B2:C2");
    row(4, 2021.0, 80.5, 12.0, 3.25, "估计数");
    row(5, "2022年", 79.0, 11.5, "3.20*", null);
    row(6, "注：耕地为净面积。");
    row(7, "*含新增。");

    List<TableCell> cells = read();

    assertThat(cells).hasSize(6);
    assertThat(at(cells, "B5").columnPath()).isEqualTo("耕地/面积");
    assertThat(at(cells, "B5").columnUnit()).isEqualTo("公顷");
    assertThat(at(cells, "B5").rowPath()).isEqualTo("2021");
    assertThat(at(cells, "B5").note()).isEqualTo("估计数; 耕地为净面积。");
    assertThat(at(cells, "C5").columnPath()).isEqualTo("耕地/水浇地");
    assertThat(at(cells, "D5").columnPath()).isEqualTo("园地");
    assertThat(at(cells, "D5").columnUnit()).isEqualTo("公顷");
    assertThat(at(cells, "D6").raw()).isEqualTo("3.20*");
    assertThat(at(cells, "D6").note()).isEqualTo("耕地为净面积。; 含新增。");
    assertThat(at(cells, "B6").rowPath()).isEqualTo("2022年");
    assertThat(at(cells, "B6").note()).isEqualTo("耕地为净面积。");
    assertThat(at(cells, "B5").tableNumber()).isEqualTo("2.6");
    assertThat(at(cells, "B5").tableName()).isEqualTo("耕地与园地");
  }

  @Test
  void continuationsBelongToTheFormerTableAndNewTitlesBeginNewOnes() throws Exception {
    row(0, "1—5 综合（2023年）");
    row(1, null, "单位:万元");
    row(2, "地区", "生产总值");
    row(3, "全  市", 753000.0);
    row(5, "续表");
    row(6, "地区", "财政收入");
    row(7, "全  市", 81000.0);
    row(9, "1—6 交通（2024年）");
    row(10, null, "单位:公里");
    row(11, "地区", "公路里程");
    row(12, "全  市", 412.0);

    List<TableCell> cells = read();

    assertThat(cells).extracting(TableCell::tableNumber).containsExactly("1-5", "1-5", "1-6");
    assertThat(cells).extracting(TableCell::tableUnit).containsExactly("万元", "万元", "公里");
    assertThat(cells).extracting(TableCell::titleYear).containsExactly(2023, 2023, 2024);
    assertThat(cells).extracting(TableCell::columnPath).containsExactly("生产总值", "财政收入", "公路里程");
    assertThat(cells).extracting(TableCell::rowPath).containsOnly("全市");
  }

  @Test
  void bothHalvesOfAPageAreReadWithTheirOwnRowLabels() throws Exception {
    row(0, "常住人口");
    row(1, null, null, null, "单位：人");
    row(2, "年份", "合计", "年份", "合计");
    row(3, "2015", 74000.0, "2017", 74900.0);
    row(4, "2016", 74500.0, "2018", 75100.0);

    List<TableCell> cells = read();

    assertThat(cells)
        .extracting(TableCell::rowPath)
        .containsExactly("2015", "2016", "2017", "2018");
    assertThat(cells)
        .extracting(TableCell::number)
        .containsExactly(74000.0, 74500.0, 74900.0, 75100.0);
  }

  @Test
  void unitColumnsGroupHeadingsAndRevisionNotesReachTheCells() throws Exception {
    row(0, "主要指标");
    row(1, "指标", "计量", "2021", "2022");
    row(2, null, "单位", null, null);
    row(3, "一、综合");
    row(4, "地区生产总值①", "亿元", 71.2, 73.76);
    row(5, "　第二产业", "亿元", 20.0, 21.0);
    row(6, "　　其中：工业", "亿元", 15.0, 16.0);
    row(7, "　第三产业", "亿元", 40.0, 41.0);
    row(8, "二、旅游");
    row(9, "入境旅游人数", "万人次", null, null);
    row(10, "注：2022年数据为经济普查修订数。");
    row(11, "①按当年价格计算。");
    row(12, "资料来源：统计局");

    List<TableCell> cells = read();

    assertThat(at(cells, "D5").rowPath()).isEqualTo("一、综合/地区生产总值");
    assertThat(at(cells, "D5").rowUnit()).isEqualTo("亿元");
    assertThat(at(cells, "D5").note()).isEqualTo("2022年数据为经济普查修订数。; 按当年价格计算。");
    assertThat(at(cells, "C5").note()).isEqualTo("按当年价格计算。");
    assertThat(at(cells, "C8").note()).isNull();
    assertThat(at(cells, "C7").rowPath()).isEqualTo("一、综合/地区生产总值/第二产业/工业");
    assertThat(at(cells, "C7").subitem()).isTrue();
    assertThat(at(cells, "C8").rowPath()).isEqualTo("一、综合/地区生产总值/第三产业");
    assertThat(at(cells, "C8").subitem()).isFalse();
    assertThat(at(cells, "C10").rowPath()).isEqualTo("二、旅游/入境旅游人数");
    assertThat(cells).filteredOn(cell -> cell.rowPath().startsWith("二")).hasSize(2);
  }

  @Test
  void anItemWithoutAnyValueRightUnderTheHeaderIsNoHeader() throws Exception {
    row(0, "旅游");
    row(1, "统计口径：全市", "审核：样例");
    row(2, "序号", "指标", "单位", "2021", "2022");
    row(3, 1.0, "入境旅游人数", "万人次", null, null);
    row(4, 2.0, "国内旅游人数", "万人次", 31.5, 28.25);

    List<TableCell> cells = read();

    assertThat(cells)
        .extracting(TableCell::rowPath)
        .containsExactly("入境旅游人数", "入境旅游人数", "国内旅游人数", "国内旅游人数");
    assertThat(cells).extracting(TableCell::raw).containsExactly("", "", "31.5", "28.25");
    assertThat(at(cells, "E5").columnPath()).isEqualTo("2022");
  }

  @Test
  void aBalanceSheetWithTwoSidesKeepsEachSidesLabels() throws Exception {
    row(0, "资产负债表（2022年）");
    row(1, "资产", "行次", "期末数", "负债", "行次", "期末数");
    row(2, "货币资金", 1.0, 52.5, "短期借款", 34.0, 7.0);
    row(3, "应收账款", 2.0, 41.5, "应付账款", 35.0, 43.0);

    List<TableCell> cells = read();

    assertThat(cells)
        .extracting(TableCell::rowPath)
        .containsExactly("货币资金", "应收账款", "短期借款", "应付账款");
    assertThat(cells).extracting(TableCell::number).containsExactly(52.5, 41.5, 7.0, 43.0);
  }

  @Test
  void anEnglishLineUnderTheLabelHeadingIsNoGroup() throws Exception {
    row(0, "对外经济");
    row(1, "指标", "2021", "2022");
    row(2, "Item");
    row(3, "进出口总额", 182.5, 198.53);

    assertThat(read()).extracting(TableCell::rowPath).containsOnly("进出口总额");
  }

  @Test
  void valuesThatLookLikeYearsStayValues() throws Exception {
    row(0, "教育");
    row(1, "年份", "在校学生", "毕业生");
    row(2, 2019.0, 2003.0, 1998.0);
    row(3, 2020.0, 1999.0, 2001.0);

    assertThat(read())
        .extracting(TableCell::number)
        .containsExactly(2003.0, 1998.0, 1999.0, 2001.0);
  }

  @Test
  void yearsInTitleOrSheetNameAreKept() throws Exception {
    row(0, "2025年水资源公报 表4 水资源总量");
    row(1, null, "单位：万立方米");
    row(2, "行政区", "地表水资源量", "水资源总量");
    row(3, "二 连 浩 特 市", 120.5, 1100.0);
    sheet = book.createSheet("2022");
    row(0, "户籍人口");
    row(1, "地区", "户籍人口（人）");
    row(2, "全市", 34000.0);

    List<TableCell> cells = read();

    assertThat(cells).extracting(TableCell::titleYear).containsExactly(2025, 2025, 2022);
    assertThat(cells.get(0).tableNumber()).isEqualTo("4");
    assertThat(cells.get(0).rowPath()).isEqualTo("二连浩特市");
    assertThat(cells.get(2).columnUnit()).isEqualTo("人");
  }

  @Test
  void mergedRowLabelsGroupTheRowsTheyCover() throws Exception {
    row(0, "城镇化");
    row(1, "地区", "指标", "2020", "2021");
    row(2, "全市", "城镇人口", 70000.0, 70100.0);
    row(3, null, "乡村人口", 5794.0, 5600.0);
    merge("A3:A4");

    assertThat(read())
        .extracting(TableCell::rowPath)
        .containsExactly("全市/城镇人口", "全市/城镇人口", "全市/乡村人口", "全市/乡村人口");
  }

  @Test
  void formatIndentationNestsLikeBlanks() throws Exception {
    row(0, "产业");
    row(1, "指标", "2020", "2021");
    row(2, "生产总值", 10.0, 11.0);
    row(3, "第一产业", 1.0, 1.5);
    CellStyle indented = book.createCellStyle();
    indented.setIndention((short) 1);
    sheet.getRow(3).getCell(0).setCellStyle(indented);

    assertThat(at(read(), "B4").rowPath()).isEqualTo("生产总值/第一产业");
  }

  @Test
  void hiddenRowsColumnsAndSheetsAreNamedNotRead() throws Exception {
    row(0, "人口");
    row(1, "年份", "常住人口", "旧口径");
    row(2, "2020", 75794.0, 1.0);
    row(3, "2021", 72000.0, 2.0);
    sheet.getRow(3).setZeroHeight(true);
    sheet.setColumnHidden(2, true);
    book.createSheet("草稿").createRow(0).createCell(0).setCellValue("x");
    book.setSheetHidden(1, true);

    assertThat(read()).extracting(TableCell::cell).containsExactly("B3");
    assertThat(TestSources.codes(issues)).containsExactlyInAnyOrder("CELLS_HIDDEN", "SHEET_HIDDEN");
  }

  @Test
  void aWorkbookWithoutTablesIsAFaultNotAnEmptyResult() {
    row(0, "说明：本年鉴由统计局编印。");

    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            FileFault.class, fault -> assertThat(fault.code()).isEqualTo("TABLE_NOT_FOUND"));
  }

  private List<TableCell> read() throws IOException, FileFault {
    Path file = landing.resolve("年鉴.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    Findings findings =
        new Findings(
            issues,
            TestSources.delivery(landing),
            TestSources.contract("T-1", Form.STATISTICAL_TABLE, ".*", null, null));
    return new StatisticalTableReader(UNITS::contains).read(file, Optional.empty(), findings);
  }

  private void row(int number, Object... values) {
    Row row = sheet.createRow(number);
    for (int column = 0; column < values.length; column++) {
      if (values[column] instanceof Double value) {
        row.createCell(column).setCellValue(value);
      } else if (values[column] instanceof String text) {
        row.createCell(column).setCellValue(text);
      }
    }
  }

  private void merge(String... regions) {
    for (String region : regions) {
      CellRangeAddress address = CellRangeAddress.valueOf(region);
      if (address.getNumberOfCells() > 1) {
        sheet.addMergedRegion(address);
      }
    }
  }

  private static TableCell at(List<TableCell> cells, String address) {
    return cells.stream()
        .filter(cell -> cell.cell().equals(address))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no cell " + address + " in " + cells));
  }
}
