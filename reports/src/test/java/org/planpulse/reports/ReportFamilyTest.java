package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Column;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.pdf.PdfReport;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.report.ReportType;
import org.planpulse.schemas.report.ReportType.Form;

class ReportFamilyTest {
  private static final ReportWriter REPORT = Types.writer();

  @TempDir Path folder;

  static Stream<Arguments> typesInBothLanguages() {
    return Types.all().values().stream()
        .flatMap(type -> Stream.of(Language.values()).map(lang -> Arguments.of(type.id(), lang)));
  }

  static Subject subject(ReportType type, Language language) {
    Checkup checkup = CheckupFixture.of(language);
    return switch (type.about()) {
      case CITY -> Subject.city(checkup);
      case WARNING -> Subject.warning(checkup, checkup.warnings().get(1));
      case UNIT -> Subject.unit(checkup, UnitFixture.of(language));
      case DEPARTMENT -> Subject.department(ReturnFixture.of(language));
    };
  }

  static Document document(String id, Language language) {
    ReportType type = Types.get(id);
    return REPORT.compose(type, subject(type, language), Wording.of(language));
  }

  private static Path write(String id, Language language, Path file) {
    ReportType type = Types.get(id);
    return REPORT.write(type, subject(type, language), Format.PDF, file);
  }

  @ParameterizedTest
  @MethodSource("typesInBothLanguages")
  void printsEveryTextAndNumberOfTheModelUnclipped(String id, Language language) {
    Document document = document(id, language);
    Path file = write(id, language, Path.of("target", id + "-" + language.code() + ".pdf"));
    ReadPdf pdf = ReadPdf.of(file);
    String text = pdf.text();
    assertThat(texts(document))
        .isNotEmpty()
        .allSatisfy(part -> assertThat(text).contains(ReadPdf.squeeze(part)));
    assertThat(pdf.fontsNotEmbedded()).isEmpty();
    if (Types.get(id).form() == Form.PAGE) {
      assertThat(pdf.pages()).isEqualTo(1);
    } else if (Types.get(id).form() == Form.LEAFLET) {
      assertThat(pdf.pages()).isLessThanOrEqualTo(2);
    }
    assertThat(printed(document, language)).allSatisfy(ReportFamilyTest::isWhole);
  }

  static List<String> texts(Document document) {
    List<String> texts = new ArrayList<>();
    for (Chapter chapter : document.chapters()) {
      texts.add(chapter.title());
      texts.add(chapter.lead());
      chapter.blocks().forEach(block -> collect(block, texts));
    }
    return texts.stream().filter(text -> !text.isBlank()).distinct().toList();
  }

  private static void collect(Block block, List<String> texts) {
    if (block instanceof Table table) {
      texts.add(table.caption().line());
      texts.add(table.note());
      table.columns().forEach(column -> texts.add(column.head()));
      table.rows().forEach(row -> row.cells().stream().map(Cell::text).forEach(texts::add));
      table.rows().forEach(row -> texts.add(row.note()));
    } else if (block instanceof Figure figure) {
      texts.add(figure.caption().line());
      texts.add(figure.source());
    } else if (block instanceof Statements statements) {
      texts.add(statements.heading());
      texts.addAll(statements.sentences());
    } else if (block instanceof LightCounts lights) {
      texts.add(lights.caption().line());
      lights.counts().forEach(count -> texts.add(count.light().word()));
    }
  }

  private static List<JRPrintText> printed(Document document, Language language) {
    List<JRPrintText> texts = new ArrayList<>();
    for (JasperPrint part : new PdfReport().fill(document, Wording.of(language))) {
      part.getPages().forEach(page -> collect(page.getElements(), texts));
    }
    return texts;
  }

  private static void collect(List<JRPrintElement> elements, List<JRPrintText> texts) {
    for (JRPrintElement element : elements) {
      if (element instanceof JRPrintText text) {
        texts.add(text);
      } else if (element instanceof JRPrintFrame frame) {
        collect(frame.getElements(), texts);
      }
    }
  }

  private static void isWhole(JRPrintText text) {
    assertThat(text.getTextTruncateIndex()).as(text.getFullText()).isNull();
    assertThat(text.getTextHeight()).as(text.getFullText()).isLessThanOrEqualTo(text.getHeight());
  }

  static Stream<Format> formats() {
    return Stream.of(Format.values());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void givesTheSameBytesInAnyTimeZoneAndLocale(Format format) throws Exception {
    ReportType type = Types.get("brief");
    Subject subject = subject(type, Language.ZH);
    Path first = REPORT.write(type, subject, format, folder.resolve("first." + format));
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
      Locale.setDefault(Locale.GERMANY);
      Path again = REPORT.write(type, subject, format, folder.resolve("again." + format));
      assertThat(Files.mismatch(first, again)).isEqualTo(-1);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }

  @Test
  void refusesAPartThatIsNotThereAndNamesThoseThatAre() {
    assertUnwritable(part("no-such-part", List.of()), "no-such-part", "light-matrix");
  }

  @Test
  void refusesAMapThatIsNotThere() {
    assertUnwritable(part("maps", List.of("moon")), "maps", "the map moon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"land-units", "control-zones"})
  void aTableOfLandHasTheGroupsItsDeclarationNames(String part) {
    Document document =
        REPORT.compose(
            grouped(part, List.of("JSYD", "CD")),
            Subject.city(CheckupFixture.of(Language.EN)),
            Wording.of(Language.EN));
    Table table = (Table) document.chapters().get(0).blocks().get(0);
    assertThat(table.columns())
        .extracting(Column::head)
        .containsSequence("Construction land (ha)", "Grassland (ha)")
        .doesNotContain("Farmland (ha)");
    assertThat(table.rows())
        .allSatisfy(row -> assertThat(row.cells()).hasSameSizeAs(table.columns()));
    assertUnwritable(grouped(part, List.of("moon")), part, "the land group moon");
    assertUnwritable(grouped(part, List.of()), part, "the ids of land groups");
  }

  private static ReportType grouped(String part, List<String> groups) {
    return declared(Form.BOOK, "", new ReportType.Part(part, null, null, null, groups));
  }

  @Test
  void refusesAPartThatIsAboutSomethingElse() {
    assertUnwritable(part("return-kinds", List.of()), "return-kinds", "issues of a department");
  }

  @Test
  void refusesAWordThatIsNotDeclared() {
    ReportType type =
        declared(Form.PAGE, "no-such-lead", new ReportType.Part("lights", null, null, null, null));
    assertUnwritable(type, "no-such-lead", "dimension");
  }

  @Test
  void aListThatAPageCutsSaysSo() {
    ReportType type =
        declared(Form.PAGE, "", new ReportType.Part("findings", null, null, null, null));
    List<String> many = IntStream.rangeClosed(1, 30).mapToObj(i -> "第" + i + "个问题。").toList();
    Document page =
        REPORT.compose(
            type,
            Subject.city(Changed.findings(CheckupFixture.of(Language.ZH), many)),
            Wording.of(Language.ZH));
    Statements findings = (Statements) page.chapters().get(0).blocks().get(0);
    assertThat(findings.heading()).isEqualTo("发现的问题（共31条，列前8条）");
    assertThat(findings.sentences()).hasSize(8);
  }

  @Test
  void refusesAPageThatDoesNotHoldItsParts() {
    ReportType type =
        declared(Form.PAGE, "", new ReportType.Part("indicator-overview", null, null, null, null));
    assertUnwritable(type, "One page", "own");
  }

  private void assertUnwritable(ReportType type, String... words) {
    Path file = folder.resolve("not.pdf");
    Subject city = Subject.city(CheckupFixture.of(Language.ZH));
    assertThatThrownBy(() -> REPORT.write(type, city, Format.PDF, file))
        .isInstanceOf(UnwritableReportException.class)
        .hasMessageContainingAll(words);
    assertThat(file).doesNotExist();
  }

  private static ReportType part(String name, List<String> maps) {
    return declared(Form.BOOK, "", new ReportType.Part(name, null, null, maps, null));
  }

  private static ReportType declared(Form form, String lead, ReportType.Part part) {
    LocalText title = new LocalText("自定", "own");
    return new ReportType(
        "own",
        title,
        title,
        form,
        ReportType.About.CITY,
        1,
        List.of(new ReportType.Chapter(title, lead, null, List.of(part))));
  }
}
