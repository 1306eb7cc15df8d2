package org.planpulse.reports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JasperPrint;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.layout.Contents;
import org.planpulse.reports.layout.GlyphCheck;
import org.planpulse.reports.layout.MissingGlyphException;
import org.planpulse.reports.layout.PageNumbers;
import org.planpulse.reports.layout.PdfFile;
import org.planpulse.reports.layout.ReportFiller;
import org.planpulse.reports.layout.ReportTemplates;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.wording.Wording;

/** Renders the annual check-up report. One instance may write many reports. */
public final class AnnualReport {
  private static final int COVER_PAGES = 1;

  private final ReportTemplates templates = new ReportTemplates();

  /**
   * Writes the PDF. Same input, same bytes: no clock, no random id. The file appears only when it is
   * complete (temporary file, then rename).
   *
   * @return the file written
   * @throws MissingGlyphException when a text holds a character the font cannot draw
   */
  public Path write(Checkup checkup, Path file) {
    Wording wording = Wording.of(checkup.language());
    return PdfFile.write(fill(checkup), metadata(checkup, wording), file);
  }

  /** The filled parts in printing order: cover, contents, chapters. */
  List<JasperPrint> fill(Checkup checkup) {
    Wording wording = Wording.of(checkup.language());
    GlyphCheck glyphs = new GlyphCheck();
    glyphs.check(wording.texts());
    glyphs.check(checkup);
    String mark = checkup.sampleData() ? wording.text("sample.mark") : "";
    ReportFiller filler = new ReportFiller(templates, wording, title(checkup, wording), mark);
    List<JasperPrint> chapters =
        new AnnualChapters(checkup, wording).all().stream().map(filler::fill).toList();

    List<JasperPrint> parts = new ArrayList<>();
    parts.add(filler.fill("cover", CoverPage.parameters(checkup, wording), List.of()));
    parts.add(contents(filler, wording, chapters));
    parts.addAll(chapters);
    PageNumbers.write(parts, wording);
    return parts;
  }

  /** Filled twice: the first time only to learn how many pages the contents take themselves. */
  private static JasperPrint contents(
      ReportFiller filler, Wording wording, List<JasperPrint> chapters) {
    int pages = contents(filler, wording, chapters, 0).getPages().size();
    return contents(filler, wording, chapters, COVER_PAGES + pages);
  }

  private static JasperPrint contents(
      ReportFiller filler, Wording wording, List<JasperPrint> chapters, int pagesBefore) {
    Block lines = new Block("contents", Map.of(), Contents.of(chapters, pagesBefore));
    return filler.fill(Chapter.unnumbered(wording.text("contents"), List.of(lines)));
  }

  private static PdfFile.Metadata metadata(Checkup checkup, Wording wording) {
    return new PdfFile.Metadata(
        title(checkup, wording),
        checkup.cityName(),
        wording.text("report.subject", checkup.planTitle(), checkup.standard()),
        checkup.language(),
        LocalDate.parse(checkup.dataAsOf()));
  }

  private static String title(Checkup checkup, Wording wording) {
    return wording.text("report.title", checkup.cityName(), checkup.year());
  }
}
