package org.planpulse.reports.layout;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.SimplePdfReportConfiguration;
import org.planpulse.schemas.Language;

/** Writes filled parts as one PDF that appears only when complete. */
public final class PdfFile {
  private static final String PROGRAM = "PlanPulse";

  private PdfFile() {}

  /**
   * @param date stands as creation date instead of the clock
   */
  public record Metadata(
      String title, String author, String subject, Language language, LocalDate date) {}

  /** Writes beside the target first, then renames, so that a failed export leaves no half file. */
  public static Path write(List<JasperPrint> parts, Metadata metadata, Path file) {
    Path target = file.toAbsolutePath();
    try {
      Files.createDirectories(target.getParent());
      Path draft = Files.createTempFile(target.getParent(), ".report", ".pdf");
      try {
        try (OutputStream out = Files.newOutputStream(draft)) {
          export(parts, metadata, out);
        }
        Files.write(draft, StableIdentifiers.in(Files.readAllBytes(draft)));
        return Files.move(
            draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void export(List<JasperPrint> parts, Metadata metadata, OutputStream out) {
    DatedPdfExporter exporter = new DatedPdfExporter(metadata.date());
    exporter.setExporterInput(SimpleExporterInput.getInstance(parts));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(out));
    exporter.setConfiguration(document(metadata));
    SimplePdfReportConfiguration pages = new SimplePdfReportConfiguration();
    pages.setForceSvgShapes(false); // words in charts and maps stay words: searchable, small
    exporter.setConfiguration(pages);
    try {
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException("the PDF cannot be written", e);
    }
  }

  private static SimplePdfExporterConfiguration document(Metadata metadata) {
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setMetadataTitle(metadata.title());
    document.setMetadataAuthor(metadata.author());
    document.setMetadataSubject(metadata.subject());
    document.setMetadataCreator(PROGRAM);
    document.setMetadataProducer(PROGRAM);
    document.setDisplayMetadataTitle(true);
    document.setTagLanguage(metadata.language().locale().toLanguageTag());
    return document;
  }
}
