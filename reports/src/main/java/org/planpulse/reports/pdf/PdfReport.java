package org.planpulse.reports.pdf;

import com.lowagie.text.pdf.PdfReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperPrint;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.wording.Wording;

/** Lays a document out on pages: cover, contents, chapters. */
public final class PdfReport {
  private static final int COVER_PAGES = 1;

  private final ReportTemplates templates = new ReportTemplates();

  public void write(Document document, Wording wording, Path file) throws IOException {
    PdfFile.write(fill(document, wording), document.identity(), file);
  }

  /** How many pages a finished file has. */
  public static int pagesOf(Path file) {
    try (PdfReader reader = new PdfReader(file.toString())) {
      return reader.getNumberOfPages();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many pages the document takes. */
  public int pages(Document document, Wording wording) {
    return fill(document, wording).stream().mapToInt(part -> part.getPages().size()).sum();
  }

  /** The filled parts in printing order. */
  public List<JasperPrint> fill(Document document, Wording wording) {
    PageFiller filler = new PageFiller(templates, wording, document);
    List<JasperPrint> chapters =
        document.chapters().stream()
            .map(chapter -> document.isBook() ? filler.chapter(chapter) : filler.page(chapter))
            .toList();
    List<JasperPrint> parts = new ArrayList<>();
    document
        .cover()
        .ifPresent(
            cover -> {
              parts.add(filler.cover(cover));
              parts.add(contents(filler, chapters));
            });
    parts.addAll(chapters);
    PageFurniture.write(parts, wording);
    return parts;
  }

  /** Filled twice: the first time only to learn how many pages the contents take themselves. */
  private static JasperPrint contents(PageFiller filler, List<JasperPrint> chapters) {
    int pages = filler.contents(Contents.of(chapters, 0)).getPages().size();
    return filler.contents(Contents.of(chapters, COVER_PAGES + pages));
  }
}
