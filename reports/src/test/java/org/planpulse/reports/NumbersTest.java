package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.pdf.PdfReport;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

/** The reverse of printing all: no number stands in a PDF that its document does not hold. */
class NumbersTest {
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
  private static final Language LANGUAGE = Language.ZH;

  @TempDir Path folder;

  static Stream<String> types() {
    return Types.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void printsNoNumberThatIsNotInTheDocument(String id) throws Exception {
    Wording wording = Wording.of(LANGUAGE);
    Document document = withoutDrawings(ReportFamilyTest.document(id, LANGUAGE));
    Path file = folder.resolve(id + ".pdf");
    new PdfReport().write(document, wording, file);

    ReadPdf pdf = ReadPdf.of(file);
    TreeSet<String> printed = new TreeSet<>();
    for (int page = 1; page <= pdf.pages(); page++) {
      String footer = ReadPdf.squeeze(wording.text("page.of", page, pdf.pages()));
      boolean contents = document.isBook() && page == 2;
      for (String line : contents ? List.<String>of() : pdf.lines(page)) {
        if (!ReadPdf.squeeze(line).equals(footer)) {
          printed.addAll(numbers(line));
        }
      }
    }
    assertThat(printed).isNotEmpty();
    printed.removeAll(known(document));
    assertThat(printed).filteredOn(number -> !isPart(number, document)).isEmpty();
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Set<String> known(Document document) {
    List<String> texts = new ArrayList<>(ReportFamilyTest.texts(document));
    texts.add(document.identity().title());
    texts.add(document.identity().sampleMark());
    document.chapters().forEach(chapter -> texts.add(chapter.bookmark()));
    document.cover().ifPresent(cover -> texts.addAll(texts(cover)));
    Set<String> numbers = new TreeSet<>();
    texts.forEach(text -> numbers.addAll(numbers(text)));
    for (Chapter chapter : document.chapters()) {
      for (Block block : chapter.blocks()) {
        if (block instanceof LightCounts lights) {
          lights.counts().forEach(count -> numbers.add(NumberText.of(count.count())));
        } else if (block instanceof Table table) {
          table.rows().stream()
              .map(Row::section)
              .map(NumbersTest::numbers)
              .forEach(numbers::addAll);
        } else if (block instanceof org.planpulse.reports.document.Statements list) {
          for (int i = 1; i <= list.sentences().size(); i++) {
            numbers.add(Integer.toString(i));
          }
        }
      }
    }
    return numbers;
  }

  private static List<String> texts(Cover cover) {
    List<String> texts = new ArrayList<>();
    texts.addAll(List.of(cover.city(), cover.kind(), cover.name(), cover.years(), cover.note()));
    cover.facts().forEach(fact -> texts.add(fact.label() + " " + fact.value()));
    return texts;
  }

  /** Of a number that a narrow cell breaks over two lines. */
  private static boolean isPart(String piece, Document document) {
    return piece.length() > 3
        && known(document).stream()
            .anyMatch(number -> number.startsWith(piece) || number.endsWith(piece));
  }

  /** Axes and scales of charts and maps have numbers of their own. */
  private static Document withoutDrawings(Document document) {
    return new Document(
        document.identity(),
        document
            .cover()
            .map(
                cover ->
                    new Cover(
                        cover.city(),
                        cover.kind(),
                        cover.name(),
                        cover.years(),
                        cover.facts(),
                        cover.note(),
                        null))
            .or(Optional::empty),
        document.chapters().stream()
            .map(
                chapter ->
                    new Chapter(
                        chapter.number(),
                        chapter.title(),
                        chapter.lead(),
                        chapter.blocks().stream().map(NumbersTest::blank).toList()))
            .toList());
  }

  private static Block blank(Block block) {
    return block instanceof Figure figure
        ? new Figure(
            figure.caption(),
            figure.source(),
            figure.alternative(),
            (page, area) -> {},
            figure.size())
        : block;
  }
}
