package org.planpulse.reports.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import org.planpulse.reports.document.Identity;

/** Writes filled parts as one PDF/A-2b. */
final class PdfFile {
  static final String PROGRAM = "PlanPulse";

  private PdfFile() {}

  static void write(List<JasperPrint> parts, Identity identity, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NeutralLocale.during(() -> export(parts, identity, out));
    }
    Files.write(file, StableIdentifiers.in(Files.readAllBytes(file)));
  }

  private static void export(List<JasperPrint> parts, Identity identity, OutputStream out) {
    ArchivePdfExporter exporter = new ArchivePdfExporter(identity);
    exporter.setExporterInput(SimpleExporterInput.getInstance(parts));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    exporter.setConfiguration(document(identity));
    SimplePdfReportConfiguration pages = new SimplePdfReportConfiguration();
    pages.setForceSvgShapes(false); // words in charts and maps stay words: searchable, small
    exporter.setConfiguration(pages);
    try {
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException("the PDF cannot be written", e);
    }
  }

  private static SimplePdfExporterConfiguration document(Identity identity) {
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setMetadataTitle(identity.title());
    document.setMetadataAuthor(identity.author());
    document.setMetadataSubject(identity.subject());
    document.setMetadataCreator(PROGRAM);
    document.setMetadataProducer(PROGRAM);
    document.setDisplayMetadataTitle(true);
    document.setTagLanguage(identity.language().locale().toLanguageTag());
    return document;
  }
}
