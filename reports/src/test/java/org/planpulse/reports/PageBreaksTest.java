package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintImage;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Caption;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Identity;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.pdf.PdfReport;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

/** What must not be torn apart by the end of a page. */
class PageBreaksTest {
  private static final Wording WORDING = Wording.of(Language.EN);
  private static final Caption CAPTION = new Caption("Table 1-1", "Rows");
  private static final List<Column> COLUMNS =
      List.of(Column.text("Name", 300), Column.number("Value", 191));
  private static final String NOTE = "A dash means that there is no value.";

  /** Around the number of rows that fill a page. */
  @Test
  void aTableEndsWithSomeRowsAndItsNote() {
    int pages = 0;
    for (int rows = 30; rows <= 42; rows++) {
      JasperPrint print = fill(table(rows));
      List<String> last = texts(print.getPages().get(print.getPages().size() - 1));
      assertThat(last)
          .as(rows + " rows")
          .contains("row " + (rows - 2), "row " + (rows - 1), "row " + rows, NOTE);
      assertThat(print.getPages().stream().flatMap(page -> texts(page).stream()))
          .as("every row, once")
          .filteredOn(text -> text.startsWith("row "))
          .hasSize(rows);
      pages = Math.max(pages, print.getPages().size());
    }
    assertThat(pages).isEqualTo(2);
  }

  /** Wherever on the page the table starts. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 9})
  void aCaptionStandsAboveItsHeadAndRows(int rows) {
    for (int before = 20; before <= 42; before++) {
      JasperPrint print =
          fill(new Statements("", Collections.nCopies(before, "A line.")), table(rows));
      List<String> captioned =
          print.getPages().stream()
              .map(PageBreaksTest::texts)
              .filter(texts -> texts.contains(CAPTION.line()))
              .findFirst()
              .orElseThrow();
      assertThat(captioned)
          .as(before + " lines before")
          .containsSubsequence(CAPTION.line(), "Name", "row 1")
          .contains("row " + Math.min(2, rows))
          .containsOnlyOnce("Name");
    }
  }

  /** One section of many rows and then short ones, so that each of both meets the page's end. */
  @ParameterizedTest
  @ValueSource(ints = {0, 28})
  void aPageWithinASectionRepeatsItsHead(int before) {
    for (int first = 1; first <= 40; first++) {
      JasperPrint print =
          fill(
              new Statements("", Collections.nCopies(before, "A line.")),
              sections(first, 1, 4, 2, 1, 1, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2));
      assertThat(print.getPages()).hasSizeGreaterThan(1);
      for (JRPrintPage page : print.getPages()) {
        List<String> rows =
            texts(page).stream().filter(text -> text.matches("(row|section) .*")).toList();
        assertThat(rows.get(0)).as(first + " rows first").startsWith("section ");
        assertThat(rows.get(rows.size() - 1)).as("no head at the end").startsWith("row ");
        assertThat(rows).as("no head twice").doesNotHaveDuplicates();
        for (int i = 1; i < rows.size(); i++) {
          if (rows.get(i).startsWith("row ")) {
            assertThat(section(rows.get(i - 1)))
                .as("below its head")
                .isEqualTo(section(rows.get(i)));
          }
        }
      }
    }
  }

  private static String section(String text) {
    return text.split(" ")[1];
  }

  private static Table sections(int... sizes) {
    List<Row> rows = new ArrayList<>();
    for (int section = 0; section < sizes.length; section++) {
      for (int row = 1; row <= sizes[section]; row++) {
        rows.add(
            Row.of(Cell.text("row " + section + " " + row), Cell.whole(row))
                .in("section " + section));
      }
    }
    return Table.of(CAPTION, COLUMNS, rows).withNote(NOTE);
  }

  private static Table table(int rows) {
    return Table.of(
            CAPTION,
            COLUMNS,
            IntStream.rangeClosed(1, rows)
                .mapToObj(i -> Row.of(Cell.text("row " + i), Cell.whole(i)))
                .toList())
        .withNote(NOTE);
  }

  @Test
  void aSentenceIsNotTornApart() {
    List<String> sentences =
        IntStream.rangeClosed(1, 30).mapToObj(i -> i + ": " + "word ".repeat(70).strip()).toList();
    JasperPrint print = fill(new Statements("Long sentences", sentences));
    assertThat(print.getPages()).hasSizeGreaterThan(1);
    assertThat(print.getPages().stream().flatMap(page -> texts(page).stream()))
        .containsAll(sentences);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theYearsOfACoverStandBesideItsPicture(Language language) {
    Document document = ReportFamilyTest.document("evaluation", language);
    JRPrintPage cover =
        new PdfReport().fill(document, Wording.of(language)).get(0).getPages().get(0);
    JRPrintImage art = of(cover, JRPrintImage.class).get(0);
    String years = document.cover().orElseThrow().years();
    assertThat(of(cover, JRPrintText.class))
        .filteredOn(text -> text.getFullText().equals(years))
        .singleElement()
        .satisfies(text -> assertThat(text.getX() + text.getWidth()).isLessThan(art.getX()))
        .satisfies(text -> assertThat(text.getTextHeight()).isLessThan(88));
  }

  private static JasperPrint fill(Block... blocks) {
    Document document =
        new Document(
            new Identity(Language.EN, "Title", "City", "Subject", "", LocalDate.of(2026, 10, 31)),
            Optional.empty(),
            List.of(new Chapter("", "Chapter", "", List.of(blocks))));
    return new PdfReport().fill(document, WORDING).get(0);
  }

  private static List<String> texts(JRPrintPage page) {
    return of(page, JRPrintText.class).stream()
        .filter(text -> text.getTextTruncateIndex() == null)
        .map(JRPrintText::getFullText)
        .toList();
  }

  private static <T extends JRPrintElement> List<T> of(JRPrintPage page, Class<T> kind) {
    List<T> found = new ArrayList<>();
    collect(page.getElements(), kind, found);
    return found;
  }

  private static <T extends JRPrintElement> void collect(
      List<JRPrintElement> elements, Class<T> kind, List<T> found) {
    for (JRPrintElement element : elements) {
      if (kind.isInstance(element)) {
        found.add(kind.cast(element));
      } else if (element instanceof JRPrintFrame frame) {
        collect(frame.getElements(), kind, found);
      }
    }
  }
}
