package org.planpulse.reports.layout;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;

/** PDF exporter that writes a given day, not the clock, as creation date. */
final class DatedPdfExporter extends JRPdfExporter {
  private final PdfDate date;

  DatedPdfExporter(LocalDate date) {
    this.date = new PdfDate(GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC)));
  }

  @Override
  protected PdfProducer createPdfProducer() {
    return new ClassicPdfProducer(createPdfProducerContext()) {
      @Override
      public void close() {
        getPdfWriter().getInfo().put(PdfName.CREATIONDATE, date);
        super.close();
      }
    };
  }
}
