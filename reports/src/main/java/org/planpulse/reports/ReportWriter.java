package org.planpulse.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.docx.DocxReport;
import org.planpulse.reports.html.HtmlReport;
import org.planpulse.reports.pdf.GlyphCheck;
import org.planpulse.reports.pdf.MissingGlyphException;
import org.planpulse.reports.pdf.PdfReport;
import org.planpulse.reports.wording.Wording;
import org.planpulse.reports.xlsx.XlsxReport;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.report.ReportType;
import org.planpulse.schemas.report.ReportType.Form;

/** Writes reports of any declared type in any format. One instance may write many reports. */
public final class ReportWriter {

  /** Lines of a list that a page is tried with first. */
  private static final int MOST_LINES = 8;

  private final Map<String, LocalText> sentences;
  private final PdfReport pdf = new PdfReport();

  /**
   * @param sentences wording of what is composed from figures, by key
   */
  public ReportWriter(Map<String, LocalText> sentences) {
    this.sentences = sentences;
  }

  /**
   * Writes the file. Same input, same bytes: no clock, no random id. The file appears only when it
   * is complete (temporary file, then rename).
   *
   * @return the file written
   * @throws UnwritableReportException when a part is unknown or lacks its data, or one page does
   *     not hold a report of one page
   * @throws MissingGlyphException when a text holds a character the font cannot draw
   */
  public Path write(ReportType type, Subject subject, Format format, Path file) {
    Wording wording = Wording.of(subject.language());
    GlyphCheck glyphs = new GlyphCheck();
    glyphs.check(wording.texts());
    glyphs.check(drawn(subject));
    Document document = compose(type, subject, wording);
    glyphs.check(document.identity());
    glyphs.check(document.chapters());
    return switch (format) {
      case PDF -> written(file, draft -> pdf.write(document, wording, draft));
      case XLSX -> written(file, draft -> new XlsxReport(wording).write(document, draft));
      case DOCX -> written(file, draft -> new DocxReport(wording).write(document, draft));
      case HTML -> written(file, draft -> new HtmlReport(wording).write(document, draft));
    };
  }

  /** What charts and maps take their words from; those of other units are no matter. */
  private static Object drawn(Subject subject) {
    return subject.unit().map(unit -> (Object) unit).orElse(subject.checkup().stream().toList());
  }

  Document compose(ReportType type, Subject subject, Wording wording) {
    Sentences said = new Sentences(sentences, subject.language());
    Composer composer = new Composer(type, subject, wording, said);
    return type.form() == Form.PAGE
        ? onOnePage(type, composer, wording)
        : composer.compose(Integer.MAX_VALUE);
  }

  /** With as many lines in its lists as there is room for: their texts differ in length. */
  private Document onOnePage(ReportType type, Composer composer, Wording wording) {
    for (int most = MOST_LINES; most > 0; most--) {
      Document document = composer.compose(most);
      if (pdf.pages(document, wording) == 1) {
        return document;
      }
    }
    throw new UnwritableReportException(
        new LocalText(
            "“" + type.name().zh() + "”一页容纳不下，请减少报告类型 " + type.id() + " 的内容。",
            "One page does not hold the "
                + type.name().en()
                + ": declare less in report type "
                + type.id()
                + "."));
  }

  private static Path written(Path file, WholeFile.Content content) {
    try {
      return WholeFile.write(file.toAbsolutePath(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
