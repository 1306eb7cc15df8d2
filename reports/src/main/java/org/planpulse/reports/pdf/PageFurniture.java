package org.planpulse.reports.pdf;

import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.planpulse.reports.wording.Wording;

/**
 * Writes what is known only when all pages are filled: "page x of y", and at the head of each page
 * after a chapter's first which chapter goes on.
 */
final class PageFurniture {
  private static final String NUMBER = "pageNumber";
  private static final String CONTINUED = "continued";

  private PageFurniture() {}

  /**
   * @param parts parts in printing order; pages count from 1 at the first
   */
  static void write(List<JasperPrint> parts, Wording wording) {
    int pages = parts.stream().mapToInt(part -> part.getPages().size()).sum();
    int number = 0;
    for (JasperPrint part : parts) {
      String going = "";
      for (JRPrintPage page : part.getPages()) {
        number++;
        set(
            page.getElements(),
            Map.of(NUMBER, wording.text("page.of", number, pages), CONTINUED, going));
        going = wording.text("page.continued", part.getName());
      }
    }
  }

  private static void set(List<JRPrintElement> elements, Map<String, String> texts) {
    for (JRPrintElement element : elements) {
      if (element instanceof JRPrintText field && field.getKey() != null) {
        field.setText(texts.getOrDefault(field.getKey(), field.getFullText()));
      } else if (element instanceof JRPrintFrame frame) {
        set(frame.getElements(), texts);
      }
    }
  }
}
