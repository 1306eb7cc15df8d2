package org.planpulse.reports.xlsx;

import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.WorkbookUtil;
import org.planpulse.reports.document.Caption;

/** Names of sheets: the number of the table, else its text; 31 characters, each name once. */
final class SheetNames {
  private static final int LONGEST = 31;

  private final Workbook workbook;

  SheetNames(Workbook workbook) {
    this.workbook = workbook;
  }

  String next(Caption caption) {
    String name =
        WorkbookUtil.createSafeSheetName(
            caption.number().isEmpty() ? caption.text() : caption.number());
    String free = name;
    for (int i = 2; workbook.getSheet(free) != null; i++) {
      String ending = " " + i;
      free = name.substring(0, Math.min(name.length(), LONGEST - ending.length())) + ending;
    }
    return free;
  }
}
