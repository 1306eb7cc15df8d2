package org.planpulse.reports;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Trace;
import org.planpulse.schemas.Language;

/** A reader of the PDF jumps from a code to how its figure came about. */
class LinksTest {
  @TempDir static Path folder;

  private static ReadPdf pdf;
  private static List<Trace> traces;

  @BeforeAll
  static void write() {
    Checkup plain = CheckupFixture.of(Language.ZH);
    traces =
        plain.dimensions().stream()
            .flatMap(dimension -> dimension.indicators().stream())
            .filter(row -> row.current() != null)
            .map(LinksTest::trace)
            .toList();
    Path file =
        Types.writer()
            .write(
                Types.get("annual"),
                Subject.city(traced(plain, traces)),
                Format.PDF,
                folder.resolve("linked.pdf"));
    pdf = ReadPdf.of(file);
  }

  private static Trace trace(IndicatorRow row) {
    return new Trace(
        row.code(),
        row.name(),
        "890 / 7",
        List.of(new Trace.Input("用水总量", "890", "样例_水资源公报_2025.xlsx", "2026-05-12")));
  }

  @Test
  void everyTracedCodeInATableLeadsToItsAccount() {
    String annex = "附录";
    int first =
        pdf.outline().stream()
            .filter(chapter -> chapter.title().contains(annex))
            .mapToInt(ReadPdf.Entry::page)
            .findFirst()
            .orElseThrow();
    Map<Integer, String> accounts =
        IntStream.rangeClosed(first, pdf.pages()).boxed().collect(toMap(identity(), pdf::page));
    Map<String, List<ReadPdf.Word>> byText =
        pdf.words().stream()
            .filter(word -> word.page() < first)
            .collect(groupingBy(ReadPdf.Word::line));
    for (Trace trace : traces) {
      List<ReadPdf.Word> words = byText.getOrDefault(trace.code(), List.of());
      assertThat(words).as(trace.code()).isNotEmpty();
      assertThat(words)
          .allSatisfy(
              word -> {
                assertThat(accounts.get(pdf.linkAt(word)))
                    .as(word.toString())
                    .contains(ReadPdf.squeeze(trace.figure()));
              });
    }
  }

  @Test
  void everyLinkHasADestination() {
    List<Integer> targets =
        IntStream.rangeClosed(1, pdf.pages())
            .mapToObj(pdf::linkTargets)
            .flatMap(List::stream)
            .toList();
    assertThat(targets)
        .hasSizeGreaterThan(traces.size())
        .allMatch(page -> page >= 1 && page <= pdf.pages());
  }

  @Test
  void aCodeWithoutAccountIsNoLink() {
    Path file =
        Types.writer()
            .write(
                Types.get("annual"),
                Subject.city(traced(CheckupFixture.of(Language.ZH), List.of())),
                Format.PDF,
                folder.resolve("untraced.pdf"));
    ReadPdf untraced = ReadPdf.of(file);
    assertThat(IntStream.rangeClosed(3, untraced.pages()).mapToObj(untraced::linkTargets))
        .allMatch(List::isEmpty);
  }

  private static Checkup traced(Checkup c, List<Trace> traces) {
    return new Checkup(
        c.language(),
        c.cityCode(),
        c.cityName(),
        c.planTitle(),
        c.approval(),
        c.year(),
        c.baseYear(),
        c.targetYear(),
        c.standard(),
        c.dataAsOf(),
        c.sampleData(),
        c.sampleNote(),
        c.verdict(),
        c.dimensions(),
        c.controlLines(),
        c.landUse(),
        c.landGroups(),
        c.warnings(),
        c.sources(),
        traces,
        c.errata());
  }
}
