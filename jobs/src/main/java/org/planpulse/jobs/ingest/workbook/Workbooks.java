package org.planpulse.jobs.ingest.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
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
          reportHidden(grid, findings);
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

  private static Workbook open(Path file, Findings findings) throws IOException {
    return FileFormat.of(file) == FileFormat.HTML
        ? HtmlTables.open(file, findings)
        : WorkbookFactory.create(file.toFile(), null, true);
  }

  private static FileFault damaged(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
        return new FileFault("FILE_INFLATES", Map.of(), e);
      }
    }
    // POI's own text names classes and folders, which mean nothing to the department.
    return new FileFault("FILE_DAMAGED", Map.of("detail", "workbook"), e);
  }

  private static void reportHidden(SheetGrid grid, Findings findings) {
    if (!grid.hidden().isEmpty()) {
      findings.add(
          "CELLS_HIDDEN",
          grid.name(),
          Map.of("sheet", grid.name(), "places", String.join(", ", grid.hidden())));
    }
  }
}
