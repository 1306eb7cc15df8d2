package org.planpulse.jobs.ingest.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STSheetState;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;

/** An .xlsx read row by row: memory does not grow with its rows, nor with its texts. */
final class StreamedWorkbook implements RowWorkbook {

  private final OPCPackage file;
  private final Findings findings;
  private final XSSFReader parts;
  private final StylesTable styles;
  private final SharedTexts texts;
  private final boolean date1904;
  private final Map<String, String> partIds = new LinkedHashMap<>();

  private StreamedWorkbook(OPCPackage file, Path staging, Findings findings)
      throws IOException, OpenXML4JException, XmlException, XMLStreamException {
    this.file = file;
    this.findings = findings;
    this.parts = new XSSFReader(file);
    this.styles = parts.getStylesTable();
    CTWorkbook workbook = WorkbookDocument.Factory.parse(parts.getWorkbookData()).getWorkbook();
    this.date1904 = workbook.isSetWorkbookPr() && workbook.getWorkbookPr().getDate1904();
    for (CTSheet sheet : workbook.getSheets().getSheetList()) {
      if (sheet.getState() == STSheetState.VISIBLE) {
        partIds.put(sheet.getName(), sheet.getId());
      } else {
        findings.add("SHEET_HIDDEN", sheet.getName(), Map.of("sheet", sheet.getName()));
      }
    }
    List<PackagePart> shared =
        file.getPartsByContentType(XSSFRelation.SHARED_STRINGS.getContentType());
    this.texts =
        SharedTexts.read(
            shared.isEmpty() ? null : shared.get(0).getInputStream(),
            staging.resolve("shared-texts"));
  }

  /**
   * @param staging folder for texts that are too many for memory, until it is closed
   */
  static StreamedWorkbook open(Path path, Path staging, Findings findings)
      throws IOException, OpenXML4JException, XmlException, XMLStreamException {
    OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ);
    try {
      return new StreamedWorkbook(file, staging, findings);
    } catch (Exception e) {
      file.revert();
      throw e;
    }
  }

  @Override
  public List<String> sheets() {
    return new ArrayList<>(partIds.keySet());
  }

  @Override
  public SheetRows rows(String sheet) throws FileFault {
    try {
      String part = partIds.get(sheet);
      List<CellRangeAddress> merged = MergedRegions.of(parts.getSheet(part));
      SheetCells cells = new SheetCells(parts.getSheet(part), styles, texts, date1904);
      return new StreamedRows(sheet, cells, new MergedTexts(merged), findings);
    } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
      throw Workbooks.damaged(e);
    }
  }

  @Override
  public void close() throws IOException {
    texts.close();
    file.revert();
  }
}
