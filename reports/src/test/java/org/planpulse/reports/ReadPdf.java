package org.planpulse.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDNamedDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * What a reader finds in a finished PDF. Texts come without blanks, so that wrapping is no matter.
 */
final class ReadPdf {
  private final PDDocument document;

  private ReadPdf(PDDocument document) {
    this.document = document;
  }

  record Entry(String title, int page) {}

  static ReadPdf of(Path file) {
    try {
      return new ReadPdf(Loader.loadPDF(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String squeeze(String text) {
    return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }

  int pages() {
    return document.getNumberOfPages();
  }

  String text() {
    return text(1, pages());
  }

  String page(int number) {
    return text(number, number);
  }

  private String text(int first, int last) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(first);
      stripper.setEndPage(last);
      return squeeze(stripper.getText(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As they were set, with blanks. */
  List<String> lines(int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String title() {
    return document.getDocumentInformation().getTitle();
  }

  String author() {
    return document.getDocumentInformation().getAuthor();
  }

  Calendar created() {
    return document.getDocumentInformation().getCreationDate();
  }

  String language() {
    return document.getDocumentCatalog().getLanguage();
  }

  /** First level of the bookmarks. */
  List<Entry> outline() {
    List<Entry> entries = new ArrayList<>();
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      try {
        int page = document.getPages().indexOf(item.findDestinationPage(document)) + 1;
        entries.add(new Entry(item.getTitle(), page));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return entries;
  }

  /** Pages the links of a page lead to. */
  List<Integer> linkTargets(int page) {
    try {
      List<Integer> targets = new ArrayList<>();
      for (var annotation : document.getPage(page - 1).getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link) {
          targets.add(target(link));
        }
      }
      return targets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A place of a text.
   *
   * @param line the run of text it stands in
   * @param x points from the left
   * @param y points from the top
   */
  record Word(String line, int page, float x, float y) {}

  /** Every run of text and its place. */
  List<Word> words() {
    List<Word> words = new ArrayList<>();
    try {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String run, List<TextPosition> positions) {
              TextPosition first = positions.get(0);
              words.add(
                  new Word(
                      run.strip(), getCurrentPageNo(), first.getXDirAdj(), first.getYDirAdj()));
            }
          };
      stripper.getText(document);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page that the link upon a word leads to; 0 when there is none. */
  int linkAt(Word word) {
    try {
      PDPage page = document.getPage(word.page() - 1);
      float up = page.getMediaBox().getHeight() - word.y();
      for (var annotation : page.getAnnotations()) {
        if (annotation instanceof PDAnnotationLink link
            && link.getRectangle().contains(word.x() + 1, up + 1)) {
          return target(link);
        }
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int target(PDAnnotationLink link) throws IOException {
    PDDestination destination =
        link.getAction() instanceof PDActionGoTo jump
            ? jump.getDestination()
            : link.getDestination();
    PDPageDestination place =
        destination instanceof PDNamedDestination named
            ? document.getDocumentCatalog().findNamedDestinationPage(named)
            : (PDPageDestination) destination;
    return place.retrievePageNumber() + 1;
  }

  TreeSet<String> fontsNotEmbedded() {
    TreeSet<String> names = new TreeSet<>();
    for (PDResources resources : resources()) {
      for (COSName name : resources.getFontNames()) {
        try {
          PDFont font = resources.getFont(name);
          if (!font.isEmbedded()) {
            names.add(font.getName());
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return names;
  }

  long pictures() {
    return resources().stream()
        .flatMap(
            r ->
                StreamSupport.stream(r.getXObjectNames().spliterator(), false)
                    .map(name -> object(r, name)))
        .filter(PDImageXObject.class::isInstance)
        .count();
  }

  private List<PDResources> resources() {
    List<PDResources> all = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      collect(page.getResources(), all);
    }
    return all;
  }

  private static void collect(PDResources resources, List<PDResources> all) {
    all.add(resources);
    for (COSName name : resources.getXObjectNames()) {
      if (object(resources, name) instanceof PDFormXObject form && form.getResources() != null) {
        collect(form.getResources(), all);
      }
    }
  }

  private static PDXObject object(PDResources resources, COSName name) {
    try {
      return resources.getXObject(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
