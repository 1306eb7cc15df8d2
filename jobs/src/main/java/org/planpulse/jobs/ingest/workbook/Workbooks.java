package org.planpulse.jobs.ingest.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.xmlbeans.XmlException;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.FileFormat;
import org.planpulse.jobs.ingest.landing.Findings;

/** Opens .xls and .xlsx files, and web pages saved under these names. */
public final class Workbooks {

  private Workbooks() {}

  /**
   * The visible sheets. Hidden sheets, rows and columns are left out and named in an issue.
   *
   * @throws FileFault when the workbook is encrypted, damaged, or unpacks to far more than its size
   */
  public static List<SheetGrid> sheets(Path file, Findings findings) throws FileFault {
    try (Workbook workbook = open(file, findings)) {
      List<SheetGrid> grids = new ArrayList<>();
      for (Sheet sheet : workbook) {
        int index = workbook.getSheetIndex(sheet);
        if (workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE) {
          SheetGrid grid = SheetGrid.of(sheet);
          reportHidden(grid.name(), grid.hidden(), findings);
          grids.add(grid);
        } else {
          findings.add("SHEET_HIDDEN", sheet.getSheetName(), Map.of("sheet", sheet.getSheetName()));
        }
      }
      return grids;
    } catch (EncryptedDocumentException e) {
      throw new FileFault("FILE_ENCRYPTED", Map.of(), e);
    } catch (IOException | RuntimeException e) {
      // POI reports damaged content by many unchecked exceptions, none of them shared.
      throw damaged(e);
    }
  }

  /**
   * The same, to be read row by row. Of the formats only .xlsx has no bound to its rows.
   *
   * @param staging folder that may be used until the workbook is closed
   */
  public static RowWorkbook rows(Path file, Path staging, Findings findings) throws FileFault {
    try {
      return FileFormat.of(file) == FileFormat.OOXML
          ? StreamedWorkbook.open(file, staging, findings)
          : new GridWorkbook(sheets(file, findings));
    } catch (IOException
        | OpenXML4JException
        | XmlException
        | XMLStreamException
        | RuntimeException e) {
      throw damaged(e);
    }
  }

  private static Workbook open(Path file, Findings findings) throws IOException {
    return FileFormat.of(file) == FileFormat.HTML
        ? HtmlTables.open(file, findings)
        : WorkbookFactory.create(file.toFile(), null, true);
  }

  static FileFault damaged(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
        return new FileFault("FILE_INFLATES", Map.of(), e);
      }
    }
    // POI's own text names classes and folders, which mean nothing to the department.
    return new FileFault("FILE_DAMAGED", Map.of("detail", "workbook"), e);
  }

  static void reportHidden(String sheet, HiddenCells hidden, Findings findings) {
    List<String> places = hidden.places();
    if (!places.isEmpty()) {
      findings.add(
          "CELLS_HIDDEN", sheet, Map.of("sheet", sheet, "places", String.join(", ", places)));
    }
  }
}
