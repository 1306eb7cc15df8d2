package org.planpulse.jobs.ingest;

import static org.planpulse.jobs.ingest.GoodFiles.GBK;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Damage of workbooks and web pages. */
final class WorkbookDamage {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final GoodFiles good;

  WorkbookDamage(GoodFiles good) {
    this.good = good;
  }

  List<DamagedCase> sheets() throws IOException {
    GoodFile list = good.listXlsx();
    GoodFile yearbook = good.yearbookXlsx();
    GoodFile csv = good.csvGbk();
    GoodFile page = good.webPage();
    List<DamagedCase> cases = new ArrayList<>();
    cases.add(DamagedCase.of("list with 16 384 headings", list, wide(true, 1, 0)));
    cases.add(
        DamagedCase.of(
                "list with a remark in the last column", list, wide(false, (int) list.rows(), 0))
            .readWhole());
    cases.add(
        DamagedCase.of("5 000 rows and a cell in the last column", list, wide(false, 5_000, 0)));
    cases.add(DamagedCase.of("all cells of a sheet merged", list, wide(false, 2, 1)));
    cases.add(DamagedCase.of("yearbook with 16 384 headings", yearbook, wide(true, 1, 0)));
    cases.add(
        DamagedCase.of("yearbook of 5 000 rows and a far cell", yearbook, wide(false, 5_000, 0)));
    cases.add(DamagedCase.of("yearbook whose cells are all merged", yearbook, wide(false, 2, 1)));
    cases.add(
        DamagedCase.of(
            "cell beyond the last column",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("r=\"D5\"", "r=\"ZZZZ5\""))));
    cases.add(
        DamagedCase.of(
            "100 000 cells in a row of the file",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text -> text.replace("<row r=\"2\">", "<row r=\"2\">" + cells(Damage.DEEP)))));
    cases.add(
        DamagedCase.of(
            "row beyond the last row",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text -> text.replace("<row r=\"5\"", "<row r=\"99999999\""))));
    cases.add(
        DamagedCase.of(
            "CSV with 100 000 headings",
            csv,
            (",列".repeat(Damage.DEEP) + "\n" + csv.gbk()).getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "CSV with 100 000 empty columns",
            csv,
            csv.gbk().replace("\r\n", ",".repeat(Damage.DEEP) + "\r\n").getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page with 100 000 columns",
            page,
            page.gbk()
                .replaceFirst("</td></tr>", "</td>" + "<td>x".repeat(Damage.DEEP) + "</tr>")
                .getBytes(GBK)));
    cases.add(
        DamagedCase.of(
            "page whose cells span 99 999 rows and columns",
            page,
            page.gbk().replace("<td>", "<td colspan=99999 rowspan=99999>").getBytes(GBK)));
    return cases;
  }

  List<DamagedCase> workbooks() throws IOException {
    GoodFile yearbook = good.yearbookXlsx();
    GoodFile list = good.listXlsx();
    List<DamagedCase> cases = new ArrayList<>();
    String formula = "<f>WEBSERVICE(\"http://127.0.0.1:9/x\")&amp;[1]Sheet1!A1</f><v>";
    cases.add(
        DamagedCase.of(
                "formulas that fetch, with their saved results",
                yearbook,
                Damage.part(
                    yearbook.content(), SHEET, text -> text.replace("<v>757", formula + "757")))
            .readWhole());
    cases.add(
        DamagedCase.of(
                "link to another workbook",
                yearbook,
                Damage.part(
                    yearbook.content(),
                    "xl/_rels/workbook.xml.rels",
                    text ->
                        text.replace(
                            "</Relationships>",
                            "<Relationship Id=\"x9\" TargetMode=\"External\""
                                + " Target=\"file:///etc/x.xlsx\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath\"/></Relationships>")))
            .readWhole());
    for (String part :
        List.of(SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "[Content_Types].xml")) {
      for (String prologue : List.of(HostileXml.BOMB, HostileXml.FETCHING)) {
        cases.add(
            DamagedCase.of(
                (prologue.equals(HostileXml.BOMB)
                        ? "entities of entities in "
                        : "entity of a file in ")
                    + part,
                list,
                Damage.part(
                    list.content(),
                    part,
                    text ->
                        text.replaceFirst("(<(?:worksheet|sst|workbook|Types)\\b)", prologue + "$1")
                            .replaceFirst("(<t[^>]*>|name=\"|ContentType=\")", "$1&j;"))));
      }
    }
    cases.add(
        DamagedCase.of(
            "100 000 elements in each other",
            list,
            Damage.part(
                list.content(),
                SHEET,
                text ->
                    text.replace(
                        "</worksheet>",
                        "<x>".repeat(Damage.DEEP) + "</x>".repeat(Damage.DEEP) + "</worksheet>"))));
    cases.add(
        DamagedCase.of(
            "sheet without end",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("</worksheet>", ""))));
    cases.add(
        DamagedCase.of(
            "shared text that does not exist",
            list,
            Damage.part(list.content(), SHEET, text -> text.replace("<v>7</v>", "<v>700000</v>"))));
    cases.add(
        DamagedCase.of(
            "figures that are none",
            yearbook,
            Damage.part(yearbook.content(), SHEET, text -> text.replace("<v>757", "<v>x757"))));
    cases.add(
        DamagedCase.of(
                "a part that inflates a thousandfold",
                list,
                Damage.part(
                    list.content(),
                    SHEET,
                    text -> text.replace("</worksheet>", " ".repeat(64 << 20) + "</worksheet>")))
            .told("FILE_INFLATES"));
    return cases;
  }

  /**
   * A list with its headings in the first cells.
   *
   * @param headed whether the other columns have a heading too
   * @param far 1 to merge all cells
   */
  private byte[] wide(boolean headed, int rows, int far) throws IOException {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet("表");
    GoodFiles.texts(sheet.createRow(0), GoodFiles.HEADINGS);
    for (int i = 1; i <= rows; i++) {
      GoodFiles.texts(sheet.createRow(i), List.of("53068", "2025", String.valueOf(i)));
    }
    Row first = sheet.getRow(headed ? 0 : 1);
    for (int column = headed ? 4 : 16_383; column < 16_384; column++) {
      first.createCell(column).setCellValue("列" + column);
    }
    if (far == 1) {
      sheet.createRow(131_070).createCell(16_383).setCellValue("远");
      sheet.addMergedRegionUnsafe(new CellRangeAddress(0, 131_070, 0, 16_383));
    }
    return good.workbook(book);
  }

  private static String cells(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "<c><v>" + i + "</v></c>")
        .collect(Collectors.joining());
  }
}
