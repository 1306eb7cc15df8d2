package org.planpulse.reports.pdf;

import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintAnchor;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperPrint;

/** Reads the lines of the contents page off the filled chapters, so that they cannot disagree. */
public final class Contents {
  private Contents() {}

  /**
   * @param anchor name to link to
   * @param page printed page number
   */
  public record Line(String number, String label, String anchor, String page) {}

  /**
   * @param chapters filled chapters in printing order
   * @param pagesBefore pages in front of the first chapter
   */
  public static List<Line> of(List<JasperPrint> chapters, int pagesBefore) {
    List<Line> lines = new ArrayList<>();
    int page = pagesBefore;
    for (JasperPrint chapter : chapters) {
      for (var printed : chapter.getPages()) {
        page++;
        for (JRPrintElement element : printed.getElements()) {
          if (element instanceof JRPrintAnchor anchor && anchor.getBookmarkLevel() == 1) {
            lines.add(line(anchor.getAnchorName(), page));
          }
        }
      }
    }
    return lines;
  }

  private static Line line(String bookmark, int page) {
    String[] parts = bookmark.split("  ", 2);
    return new Line(parts[0], parts[1], bookmark, Integer.toString(page));
  }
}
