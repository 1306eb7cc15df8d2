package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintFrame;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Errata;
import org.planpulse.reports.model.LandUse.ProofRow;
import org.planpulse.reports.model.LandUse.UnitRow;
import org.planpulse.reports.model.Trace;
import org.planpulse.reports.pdf.MissingGlyphException;
import org.planpulse.reports.pdf.PdfReport;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

class AnnualReportTest {
  private static final ReportWriter REPORT = Types.writer();
  private static final Path FOLDER = Path.of("target");
  private static final long MOST_BYTES = 5_000_000;

  @TempDir Path folder;

  @BeforeAll
  static void writeBothLanguages() {
    for (Language language : Language.values()) {
      write(CheckupFixture.of(language), file(language));
    }
  }

  private static Path write(Checkup checkup, Path file) {
    return REPORT.write(Types.get("annual"), Subject.city(checkup), Format.PDF, file);
  }

  private static Path file(Language language) {
    return FOLDER.resolve("annual-" + language.code() + ".pdf");
  }

  private static ReadPdf read(Language language) {
    return ReadPdf.of(file(language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsEveryIndicatorWithNameAndValue(Language language) {
    String text = read(language).text();
    for (Dimension dimension : CheckupFixture.of(language).dimensions()) {
      for (IndicatorRow row : dimension.indicators()) {
        assertThat(text).contains(row.code(), ReadPdf.squeeze(row.name()));
        assertThat(text).contains(NumberText.of(row.current(), row.decimals()));
        assertThat(text).contains(NumberText.of(row.previous(), row.decimals()));
        assertThat(text).contains(NumberText.of(row.baseValue(), row.decimals()));
        assertThat(text).contains(ReadPdf.squeeze(row.missingReason()));
        assertThat(text).contains(ReadPdf.squeeze(row.source()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsUnitsMatrixAndTheProofToTheCent(Language language) {
    Checkup checkup = CheckupFixture.of(language);
    String text = read(language).text();
    for (UnitRow unit : checkup.landUse().units()) {
      assertThat(text)
          .contains(unit.code(), ReadPdf.squeeze(unit.name()), NumberText.hm2(unit.totalM2()));
    }
    for (int i = 0; i < checkup.landUse().classes().size(); i++) {
      assertThat(text).contains(NumberText.hm2(checkup.landUse().matrix().get(i).get(i)));
    }
    for (ProofRow row : checkup.landUse().proof()) {
      assertThat(text).contains(NumberText.m2(row.parcelsM2()), NumberText.m2(row.controlM2()));
    }
    checkup.landUse().causes().forEach(cause -> assertThat(text).contains(ReadPdf.squeeze(cause)));
    assertThat(text).contains("−4.12", "3.60", "−0.52", "−41.20");
    assertThat(text).contains("4,015,000,000.12", "−0.38", "0.37m²");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsVerdictWarningsAndSources(Language language) {
    Checkup checkup = CheckupFixture.of(language);
    String text = read(language).text();
    Stream.of(
            checkup.verdict().findings(),
            checkup.verdict().measures(),
            checkup.sources().choices(),
            checkup.sources().citations(),
            checkup.sources().notEvaluated(),
            checkup.warnings().stream().map(w -> w.reason()).toList(),
            checkup.sources().deliveries().stream().map(d -> d.name()).toList(),
            checkup.sources().issues().stream().map(i -> i.message()).toList(),
            List.of(checkup.verdict().conclusion(), checkup.planTitle(), checkup.approval()))
        .flatMap(List::stream)
        .forEach(sentence -> assertThat(text).contains(ReadPdf.squeeze(sentence)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void printsWhatAnEarlierEditionSaidOtherwise(Language language) {
    Errata.Row row = CheckupFixture.of(language).errata().rows().get(1);
    assertThat(read(language).text())
        .contains(
            ReadPdf.squeeze(CheckupFixture.of(language).errata().summary()),
            ReadPdf.squeeze(row.code() + row.name()),
            ReadPdf.squeeze("12.34 12.50 +0.16"),
            ReadPdf.squeeze(row.source()));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void saysAtAnIndicatorWhereItsSeriesBreaks(Language language) {
    List<String> marks =
        CheckupFixture.of(language).dimensions().stream()
            .flatMap(dimension -> dimension.indicators().stream())
            .flatMap(row -> row.breaks().stream())
            .map(
                at ->
                    Wording.of(language)
                        .text("dimension.break", String.valueOf(at.year()), at.text()))
            .map(ReadPdf::squeeze)
            .toList();
    assertThat(marks).isNotEmpty();
    assertThat(read(language).text()).contains(marks);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void mapsCarryLegendScaleAndCrsAsText(Language language) {
    Checkup checkup = CheckupFixture.of(language);
    String text = read(language).text();
    checkup.controlLines().maps().get(0).layers().stream()
        .filter(layer -> !layer.label().isEmpty())
        .forEach(layer -> assertThat(text).contains(ReadPdf.squeeze(layer.label())));
    assertThat(text).contains("km", "3-degreeGauss-KrugerCM111E");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theAnnexFollowsEachFigureToItsFiles(Language language) {
    String text = read(language).text();
    for (Trace trace : CheckupFixture.of(language).trace()) {
      assertThat(text).contains(ReadPdf.squeeze(trace.figure() + "=" + trace.formula()));
      for (Trace.Input input : trace.inputs()) {
        assertThat(text)
            .contains(
                ReadPdf.squeeze(input.name()), ReadPdf.squeeze(input.amount()), input.known());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void embedsEveryFont(Language language) {
    assertThat(read(language).fontsNotEmbedded()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isSmallEnoughToMail(Language language) {
    assertThat(file(language).toFile().length()).isLessThan(MOST_BYTES);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void drawsMapsAndChartsAsVectors(Language language) {
    assertThat(read(language).pictures()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void listsEachChapterInOutlineAndContentsWithItsTruePage(Language language) {
    ReadPdf pdf = read(language);
    List<ReadPdf.Entry> outline = pdf.outline();
    Checkup checkup = CheckupFixture.of(language);
    assertThat(outline).hasSize(1 + 8 + checkup.dimensions().size());
    String contents = pdf.page(2);
    for (ReadPdf.Entry chapter : outline.subList(1, outline.size())) {
      assertThat(contents).contains(ReadPdf.squeeze(chapter.title()) + chapter.page());
      assertThat(pdf.page(chapter.page()))
          .contains(ReadPdf.squeeze(chapter.title().substring(chapter.title().indexOf("  "))));
    }
    assertThat(pdf.linkTargets(2))
        .containsAll(outline.subList(1, outline.size()).stream().map(ReadPdf.Entry::page).toList());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void numbersEachPageAndMarksSampleData(Language language) {
    ReadPdf pdf = read(language);
    Wording wording = Wording.of(language);
    String mark = ReadPdf.squeeze(wording.text("sample.mark"));
    assertThat(pdf.page(1)).contains(mark);
    for (int page = 2; page <= pdf.pages(); page++) {
      assertThat(pdf.page(page))
          .contains(mark, ReadPdf.squeeze(wording.text("page.of", page, pdf.pages())));
    }
  }

  @Test
  void carriesNoSampleMarkWhenTheDataAreReal() {
    Checkup real = Changed.sampleData(CheckupFixture.of(Language.ZH), false);
    ReadPdf pdf = ReadPdf.of(write(real, folder.resolve("real.pdf")));
    assertThat(pdf.text()).doesNotContain("SAMPLEDATA");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void describesItself(Language language) {
    ReadPdf pdf = read(language);
    Checkup checkup = CheckupFixture.of(language);
    assertThat(pdf.title()).contains(checkup.cityName(), "2025");
    assertThat(pdf.author()).isEqualTo(checkup.cityName());
    assertThat(pdf.language()).isEqualTo(language.locale().toLanguageTag());
    assertThat(pdf.created().toInstant())
        .isEqualTo(LocalDate.parse(checkup.dataAsOf()).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void clipsNoText(Language language) {
    List<JRPrintText> texts = new ArrayList<>();
    Wording wording = Wording.of(language);
    Document document =
        REPORT.compose(Types.get("annual"), Subject.city(CheckupFixture.of(language)), wording);
    for (JasperPrint part : new PdfReport().fill(document, wording)) {
      part.getPages().forEach(page -> collect(page.getElements(), texts));
    }
    assertThat(texts).hasSizeGreaterThan(1000);
    assertThat(texts)
        .allSatisfy(
            text -> {
              assertThat(text.getTextTruncateIndex()).as(text.getFullText()).isNull();
              assertThat(text.getTextHeight())
                  .as(text.getFullText())
                  .isLessThanOrEqualTo(text.getHeight());
            });
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

  @Test
  void refusesACharacterTheFontCannotDrawAndLeavesNoFile() throws Exception {
    Checkup odd = Changed.cityName(CheckupFixture.of(Language.ZH), "城市\u13A0");
    Path file = folder.resolve("odd.pdf");
    assertThatThrownBy(() -> write(odd, file))
        .isInstanceOf(MissingGlyphException.class)
        .hasMessageContaining("U+13A0")
        .hasMessageContaining("城市");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void saysSoWhenThereIsNoWarning() {
    Checkup calm = Changed.noWarnings(CheckupFixture.of(Language.ZH));
    ReadPdf pdf = ReadPdf.of(write(calm, folder.resolve("calm.pdf")));
    assertThat(pdf.text()).contains("本年度没有预警。");
  }

  @Test
  void replacesAnOlderReport() throws Exception {
    Path file = Files.writeString(folder.resolve("old.pdf"), "old");
    write(CheckupFixture.of(Language.EN), file);
    assertThat(Files.mismatch(file, file(Language.EN))).isEqualTo(-1);
  }
}
