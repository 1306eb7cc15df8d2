package org.planpulse.reports.pdf;

import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.planpulse.reports.wording.Wording;

/** Writes "page x of y" once all parts are filled and the number of pages is known. */
public final class PageNumbers {
  private static final String KEY = "pageNumber";

  private PageNumbers() {}

  /**
   * @param parts parts in printing order; pages count from 1 at the first
   */
  public static void write(List<JasperPrint> parts, Wording wording) {
    List<JRPrintPage> pages = parts.stream().flatMap(part -> part.getPages().stream()).toList();
    for (int i = 0; i < pages.size(); i++) {
      number(pages.get(i).getElements(), wording.text("page.of", i + 1, pages.size()));
    }
  }

  private static void number(List<JRPrintElement> elements, String text) {
    for (JRPrintElement element : elements) {
      if (element instanceof JRPrintText field && KEY.equals(element.getKey())) {
        field.setText(text);
      } else if (element instanceof JRPrintFrame frame) {
        number(frame.getElements(), text);
      }
    }
  }
}
