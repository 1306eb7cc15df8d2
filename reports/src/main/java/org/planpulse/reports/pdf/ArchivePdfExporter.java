package org.planpulse.reports.pdf;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfICCBased;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import net.sf.jasperreports.engine.JRPrintText;
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

  @Override
  public void exportText(JRPrintText text) {
    if (text.getLineBreakOffsets() != null) {
      text.setText(LineEnds.plain(text.getFullText(), text.getLineBreakOffsets()));
    }
    super.exportText(text);
  }

  private void archive(PdfWriter writer) {
    PdfDate day = new PdfDate(GregorianCalendar.from(identity.day().atStartOfDay(ZoneOffset.UTC)));
    writer.getInfo().put(PdfName.CREATIONDATE, day);
    writer.setXmpMetadata(XmpPacket.of(identity));
    try {
      writer.getExtraCatalog().put(PdfName.OUTPUTINTENTS, new PdfArray(intent(writer)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Written by hand: the library's own method marks it for print (PDF/X). */
  private static PdfDictionary intent(PdfWriter writer) throws IOException {
    PdfICCBased profile = new PdfICCBased(ICC_Profile.getInstance(ColorSpace.CS_sRGB));
    profile.remove(PdfName.ALTERNATE);
    PdfDictionary intent = new PdfDictionary(PdfName.OUTPUTINTENT);
    intent.put(PdfName.S, PdfName.GTS_PDFA1);
    intent.put(PdfName.OUTPUTCONDITIONIDENTIFIER, new PdfString(COLOURS));
    intent.put(PdfName.INFO, new PdfString(COLOURS));
    intent.put(PdfName.DESTOUTPUTPROFILE, writer.addToBody(profile).getIndirectReference());
    return intent;
  }
}
