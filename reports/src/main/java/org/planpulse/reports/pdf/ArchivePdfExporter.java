package org.planpulse.reports.pdf;

import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfProducer;
import org.planpulse.reports.document.Identity;

/**
 * PDF exporter for files that are kept: PDF/A-2b (ISO 19005-2), i.e. it names the standard, says
 * what its colours mean, and carries a given day, not the clock, as creation date.
 */
final class ArchivePdfExporter extends JRPdfExporter {
  private static final String COLOURS = "sRGB IEC61966-2.1";
  private static final String REGISTRY = "http://www.color.org";

  private final Identity identity;

  ArchivePdfExporter(Identity identity) {
    this.identity = identity;
  }

  @Override
  protected PdfProducer createPdfProducer() {
    return new ClassicPdfProducer(createPdfProducerContext()) {
      @Override
      public void close() {
        archive(getPdfWriter());
        super.close();
      }
    };
  }

  private void archive(PdfWriter writer) {
    PdfDate day =
        new PdfDate(GregorianCalendar.from(identity.day().atStartOfDay(ZoneOffset.UTC)));
    writer.getInfo().put(PdfName.CREATIONDATE, day);
    writer.setXmpMetadata(XmpPacket.of(identity));
    try {
      writer.setOutputIntents(COLOURS, "", REGISTRY, COLOURS, colours());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ICC_Profile colours() {
    return ICC_Profile.getInstance(ColorSpace.CS_sRGB);
  }
}
