package org.planpulse.reports;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.layout.GlyphCheck;
import org.planpulse.reports.layout.PageNumbers;
import org.planpulse.reports.layout.PdfFile;
import org.planpulse.reports.layout.ReportFiller;
import org.planpulse.reports.layout.ReportTemplates;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** The letter that goes with a return note: one page that says what is wrong and what to do. */
public final class ReturnLetter {

  /** What one page holds at most; the attachments list everything. */
  private static final int MOST_KINDS = 8;

  private final ReportTemplates templates = new ReportTemplates();

  record KindLine(
      String severity,
      String dataset,
      String message,
      String example,
      String remedy,
      String count) {}

  /**
   * Writes the PDF. Same input, same bytes.
   *
   * @return the file written
   */
  public Path write(ReturnNote note, Path file) {
    Wording wording = Wording.of(note.language());
    return PdfFile.write(fill(note, wording), metadata(note, wording), file);
  }

  private List<JasperPrint> fill(ReturnNote note, Wording wording) {
    GlyphCheck glyphs = new GlyphCheck();
    glyphs.check(wording.texts());
    glyphs.check(note);
    String mark = note.sampleData() ? wording.text("sample.mark") : "";
    ReportFiller filler =
        new ReportFiller(templates, wording, wording.text("returns.head", note.cityName()), mark);
    List<JasperPrint> parts = List.of(onOnePage(note, wording, filler));
    PageNumbers.write(parts, wording);
    return parts;
  }

  /** With as many kinds as there is room for: their texts differ in length. */
  private static JasperPrint onOnePage(ReturnNote note, Wording wording, ReportFiller filler) {
    int kinds = Math.min(MOST_KINDS, note.kinds().size());
    JasperPrint letter = filler.fill(chapter(note, wording, kinds));
    while (letter.getPages().size() > 1 && kinds > 1) {
      kinds--;
      letter = filler.fill(chapter(note, wording, kinds));
    }
    return letter;
  }

  private static Chapter chapter(ReturnNote note, Wording wording, int kinds) {
    List<ReturnNote.Kind> shown = note.kinds().stream().limit(kinds).toList();
    int more = note.kinds().size() - shown.size();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Blocks.table(
            "returns",
            wording.text("returns.caption"),
            more > 0 ? wording.text("returns.more", more) : "",
            shown.stream().map(ReturnLetter::line).toList()));
    blocks.add(
        Blocks.sentences(
            wording.text("returns.next"),
            List.of(
                wording.text("returns.mend"),
                wording.text("returns.attached", String.join("、", note.attachments())),
                wording.text("returns.again")),
            wording));
    String title = wording.text("returns.title", note.department());
    String lead =
        wording.text(
            "returns.lead", note.department(), note.date(), note.errors(), note.warnings());
    return new Chapter("", title, lead, blocks);
  }

  private static KindLine line(ReturnNote.Kind kind) {
    return new KindLine(
        kind.severity(),
        kind.dataset(),
        kind.message(),
        kind.example(),
        kind.remedy(),
        NumberText.of(kind.count()));
  }

  private static PdfFile.Metadata metadata(ReturnNote note, Wording wording) {
    return new PdfFile.Metadata(
        wording.text("returns.title", note.department()),
        note.cityName(),
        wording.text("returns.caption"),
        note.language(),
        LocalDate.parse(note.date()));
  }
}
