package org.planpulse.reports.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.office.OfficeProperties;
import org.planpulse.reports.office.PngPicture;
import org.planpulse.reports.office.StableZip;
import org.planpulse.reports.wording.Wording;

/**
 * A document to edit in a word processor: headings, captions, lists and tables in named styles, so
 * that the outline works and a style changes all; no text boxes.
 */
public final class DocxReport {
  private static final String STYLES = "/planpulse/templates/document-styles.xml";

  private final Wording wording;

  public DocxReport(Wording wording) {
    this.wording = wording;
  }

  public void write(Document document, Path file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XWPFDocument word = new XWPFDocument()) {
      OfficeProperties.set(word.getProperties(), document.identity());
      word.createStyles().setStyles(styles());
      page(word);
      runningTexts(word, document);
      front(word, document);
      NumberedLists lists = new NumberedLists(word);
      document.chapters().forEach(chapter -> chapter(word, chapter, lists));
      word.write(bytes);
    }
    Files.write(file, StableZip.of(bytes.toByteArray()));
  }

  private static CTStyles styles() throws IOException {
    try (InputStream in = DocxReport.class.getResourceAsStream(STYLES)) {
      if (in == null) {
        throw new IllegalStateException("no styles " + STYLES);
      }
      return StylesDocument.Factory.parse(in).getStyles();
    } catch (XmlException e) {
      throw new IllegalStateException("styles " + STYLES + " cannot be read", e);
    }
  }

  /** A4 with the margins of the printed edition, in twentieths of a point. */
  private static void page(XWPFDocument word) {
    CTSectPr section = word.getDocument().getBody().addNewSectPr();
    var size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(11906));
    size.setH(BigInteger.valueOf(16838));
    var margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(1300));
    margin.setBottom(BigInteger.valueOf(1300));
    margin.setLeft(BigInteger.valueOf(1040));
    margin.setRight(BigInteger.valueOf(1040));
  }

  private static void runningTexts(XWPFDocument word, Document document) {
    XWPFParagraph head = word.createHeader(HeaderFooterType.DEFAULT).createParagraph();
    head.setStyle("Note");
    String mark = document.identity().sampleMark();
    head.createRun().setText((document.identity().title() + "  " + mark).strip());
    XWPFParagraph foot = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    foot.setStyle("Note");
    foot.setAlignment(ParagraphAlignment.CENTER);
    foot.getCTP().addNewFldSimple().setInstr("PAGE");
  }

  private void front(XWPFDocument word, Document document) {
    paragraph(word, "Title", document.identity().title());
    document
        .cover()
        .ifPresent(
            cover -> {
              cover
                  .facts()
                  .forEach(
                      fact ->
                          paragraph(
                              word,
                              "Normal",
                              wording.text("cover.fact", fact.label(), fact.value())));
              if (!cover.note().isEmpty()) {
                paragraph(word, "Note", cover.note());
              }
              contents(word, document);
            });
  }

  /** A field that lists headings with their pages once it is updated; until then their titles. */
  private void contents(XWPFDocument word, Document document) {
    paragraph(word, "Caption", wording.text("contents"));
    var field = paragraph(word, "Normal", "").getCTP().addNewFldSimple();
    field.setInstr("TOC \\o \"1-2\" \\h");
    for (Chapter chapter : document.chapters()) {
      var run = field.addNewR();
      run.addNewT().setStringValue(chapter.bookmark());
      run.addNewBr();
    }
  }

  private void chapter(XWPFDocument word, Chapter chapter, NumberedLists lists) {
    XWPFParagraph title = paragraph(word, "Heading1", chapter.bookmark());
    if (chapter.number().isEmpty()) {
      title.setPageBreak(false);
    }
    if (!chapter.lead().isEmpty()) {
      paragraph(word, "Normal", chapter.lead());
    }
    for (Block block : chapter.blocks()) {
      if (block instanceof Table table) {
        DocxTable.write(table, word);
      } else if (block instanceof LightCounts lights) {
        DocxTable.write(lights.table(), word);
      } else if (block instanceof Statements statements) {
        paragraph(word, "Heading2", statements.heading());
        lists.write(statements.sentences());
      } else if (block instanceof Figure figure) {
        figure(word, figure);
      }
    }
  }

  private static void figure(XWPFDocument word, Figure figure) {
    int width = figure.size().width();
    int height = figure.size().height();
    XWPFParagraph place = paragraph(word, "Normal", "");
    place.setKeepNext(true);
    XWPFRun run = place.createRun();
    byte[] png = PngPicture.of(figure.drawing(), width, height);
    try {
      run.addPicture(
              new ByteArrayInputStream(png),
              PictureType.PNG,
              "figure.png",
              Units.toEMU(width),
              Units.toEMU(height))
          .getCTPicture()
          .getNvPicPr()
          .getCNvPr()
          .setDescr(figure.alternative());
    } catch (InvalidFormatException | IOException e) {
      throw new IllegalStateException("the figure cannot be written", e);
    }
    run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr().setDescr(figure.alternative());
    paragraph(word, "FigureCaption", figure.caption().line());
    if (!figure.source().isEmpty()) {
      paragraph(word, "Note", figure.source());
    }
  }

  static XWPFParagraph paragraph(XWPFDocument word, String style, String text) {
    XWPFParagraph paragraph = word.createParagraph();
    paragraph.setStyle(style);
    if (!text.isEmpty()) {
      paragraph.createRun().setText(text);
    }
    return paragraph;
  }
}
