package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planpulse.reports.document.Cell;
import org.planpulse.reports.document.Cell.Amount;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.Row;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Unit;
import org.planpulse.reports.part.DimensionSummary;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Sentences;

/** What a sentence counts is what the reader counts in the table below it. */
class SentencesAgreeTest {
  private static final Pattern STAGE =
      Pattern.compile("列入指标(\\d+)项.*口径一致的(\\d+)项：上升(\\d+)项、下降(\\d+)项、持平(\\d+)项");

  private static final Pattern DIMENSION =
      Pattern.compile("列入指标(\\d+)项，有值(\\d+)项。.*?(\\d+)项上升、(\\d+)项下降、(\\d+)项持平。(?:另有(\\d+)项)?");

  @Test
  void aStageLeadCountsTheMovementsOfItsTable() {
    Document evaluation = ReportFamilyTest.document("evaluation", Language.ZH);
    List<Chapter> staged =
        evaluation.chapters().stream()
            .filter(chapter -> STAGE.matcher(chapter.lead()).find())
            .filter(chapter -> chapter.blocks().get(0) instanceof Table)
            .filter(chapter -> !chapter.title().startsWith("附表"))
            .toList();
    assertThat(staged).hasSizeGreaterThanOrEqualTo(4).allSatisfy(SentencesAgreeTest::agrees);
  }

  private static void agrees(Chapter chapter) {
    Matcher said = STAGE.matcher(chapter.lead());
    assertThat(said.find()).isTrue();
    Table table = (Table) chapter.blocks().get(0);
    assertThat(table.rows()).hasSize(Integer.parseInt(said.group(1)));
    List<Row> compared =
        table.rows().stream().filter(row -> isCompared(row, table.note())).toList();
    assertThat(compared).hasSize(Integer.parseInt(said.group(2)));
    assertThat(movements(compared, 1)).isEqualTo(Long.parseLong(said.group(3)));
    assertThat(movements(compared, -1)).isEqualTo(Long.parseLong(said.group(4)));
    assertThat(movements(compared, 0)).isEqualTo(Long.parseLong(said.group(5)));
    assertThat(table.note()).contains("“—”表示有一年无数据、两年之间口径有断点，或首年值为零或负值。");
    assertThat(table.rows())
        .allSatisfy(
            row ->
                assertThat(value(row, 5) != null)
                    .isEqualTo(compared.contains(row) && value(row, 3) > 0));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aStageWithoutTargetsSaysSoInsteadOfJudgingNone(Language language) {
    List<String> leads =
        ReportFamilyTest.document("evaluation", language).chapters().stream()
            .map(Chapter::lead)
            .toList();
    assertThat(leads)
        .noneMatch(lead -> lead.contains("判定的0项") || lead.contains("Judged in 2025: 0"))
        .anyMatch(lead -> lead.endsWith("本章指标均未设目标，不作判定。") || lead.endsWith("so none is judged."))
        .anyMatch(lead -> lead.matches(".*(作出判定的[1-9]\\d*项中|Judged in 2025: [1-9]).*"));
  }

  @Test
  void theMovementsOfADimensionAddUpToItsIndicatorsWithAValue() {
    List<IndicatorRow> rows =
        CheckupFixture.of(Language.ZH).dimensions().stream()
            .flatMap(dimension -> dimension.indicators().stream())
            .toList();
    long broken = rows.stream().filter(row -> row.breaksBetween(2022, 2023)).count();
    assertThat(broken).isPositive();
    assertThat(addUp(rows, 2023)).isEqualTo(broken);
    assertThat(addUp(rows, 2025)).isZero();
  }

  /** How many are said not to be compared. */
  private static int addUp(List<IndicatorRow> rows, int year) {
    Sentences sentences = new Sentences(Types.sentences(), Language.ZH);
    Matcher said = DIMENSION.matcher(DimensionSummary.of(rows, year, sentences));
    assertThat(said.find()).isTrue();
    assertThat(rows).hasSize(count(said, 1));
    assertThat(rows.stream().filter(row -> row.current() != null)).hasSize(count(said, 2));
    assertThat(count(said, 3) + count(said, 4) + count(said, 5) + count(said, 6))
        .isEqualTo(count(said, 2));
    return count(said, 6);
  }

  private static int count(Matcher said, int group) {
    return said.group(group) == null ? 0 : Integer.parseInt(said.group(group));
  }

  @Test
  void anArrowIsLevelWhereTheSlopeIsPrintedAsZero() {
    Document annual = ReportFamilyTest.document("annual", Language.ZH);
    List<Row> glance = tables(annual, "体检指标总表").get(0).rows();
    List<Row> detailed =
        tables(annual, "指标及数据来源").stream().flatMap(table -> table.rows().stream()).toList();
    List<String> flat = codes(detailed, row -> slope(row).matches("0\\.0+"));
    assertThat(flat).isNotEmpty();
    assertThat(codes(glance, row -> row.cells().get(8).text().equals("→")))
        .containsExactlyInAnyOrderElementsOf(flat);
  }

  private static String slope(Row row) {
    return row.cells().get(6).text().replaceAll("[+*]", "");
  }

  private static List<String> codes(List<Row> rows, Predicate<Row> wanted) {
    return rows.stream().filter(wanted).map(row -> row.cells().get(0).text()).toList();
  }

  private static List<Table> tables(Document document, String caption) {
    return document.chapters().stream()
        .flatMap(chapter -> chapter.blocks().stream())
        .filter(Table.class::isInstance)
        .map(Table.class::cast)
        .filter(table -> table.caption().text().contains(caption))
        .toList();
  }

  @Test
  void aCaptionDoublesNoWordOfTheDimension() {
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("annual", Language.ZH)))
        .anyMatch(text -> text.endsWith("指标及数据来源：规划指标（2025年）"))
        .noneMatch(text -> text.contains("指标指标"));
  }

  @Test
  void anIndicatorThatRoseFromZeroIsCountedAndHasNoPercentage() {
    Chapter strategy =
        ReportFamilyTest.document("evaluation", Language.ZH).chapters().stream()
            .filter(chapter -> chapter.title().equals("战略定位"))
            .findFirst()
            .orElseThrow();
    assertThat(((Table) strategy.blocks().get(0)).rows())
        .filteredOn(row -> row.cells().get(0).text().equals("TJ21-E-09"))
        .singleElement()
        .satisfies(row -> assertThat(value(row, 3)).isZero())
        .satisfies(row -> assertThat(value(row, 4)).isEqualTo(3))
        .satisfies(row -> assertThat(value(row, 5)).isNull());
    agrees(strategy);
  }

  @Test
  void theLegendOfLightsHasTheWordsAndSymbolsInUse() {
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("evaluation", Language.ZH)))
        .contains("● 达标、■ 提示、▲ 关注、◆ 接近底线、★ 突破、○ 不作判定、— 无数据");
  }

  @Test
  void aBreakWithinTheStageLeavesNoChangeAndIsNamed() {
    Table stage =
        ReportFamilyTest.document("evaluation", Language.ZH).chapters().stream()
            .filter(chapter -> chapter.title().equals("底线管控"))
            .map(chapter -> (Table) chapter.blocks().get(0))
            .findFirst()
            .orElseThrow();
    assertThat(stage.rows())
        .filteredOn(row -> row.cells().get(0).text().equals("SJ20-08"))
        .singleElement()
        .satisfies(row -> assertThat(value(row, 3)).isNotNull())
        .satisfies(row -> assertThat(value(row, 4)).isNotNull())
        .satisfies(row -> assertThat(value(row, 5)).isNull());
    assertThat(stage.note()).contains("SJ20-08 断点：2023年起与以前年份不可比").doesNotContain("TJ21-A-11");
  }

  /** Where both years have a number, and the note names no break between them. */
  private static boolean isCompared(Row row, String note) {
    return value(row, 3) != null
        && value(row, 4) != null
        && !note.contains(row.cells().get(0).text() + " 断点");
  }

  /** By the printed numbers of the first and the last year. */
  private static long movements(List<Row> rows, int sign) {
    return rows.stream()
        .filter(row -> Integer.signum(value(row, 4).compareTo(value(row, 3))) == sign)
        .count();
  }

  private static Double value(Row row, int column) {
    String text = ((Amount) row.cells().get(column)).text();
    return text.equals("—") ? null : Double.valueOf(text.replaceAll("[,%+]", "").replace('−', '-'));
  }

  @Test
  void aDifferenceOfTheErrataIsThatOfTheNumbersPrintedBesideIt() {
    List<Row> rows =
        ReportFamilyTest.document("annual", Language.ZH).chapters().stream()
            .filter(chapter -> chapter.title().equals("勘误"))
            .flatMap(chapter -> ((Table) chapter.blocks().get(0)).rows().stream())
            .toList();
    assertThat(rows)
        .hasSize(2)
        .extracting(row -> row.cells().subList(3, 6).stream().map(Cell::text).toList())
        .containsExactly(List.of("1", "2", "+1"), List.of("12.34", "12.50", "+0.16"));
  }

  @Test
  void findingsNameTheChapterThatListsWhatWasNotEvaluated() {
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("annual", Language.ZH)))
        .contains("5项指标因资料缺失未能评价，清单见“数据来源与说明”一章。");
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("evaluation", Language.EN)))
        .contains(
            "Not evaluated for want of data: 5 indicators, listed in the chapter \"Data sources"
                + " and notes\".");
  }

  @Test
  void aReportWithoutThatChapterDoesNotReferToIt() {
    Checkup calm = Changed.noFindings(CheckupFixture.of(Language.ZH));
    Document brief =
        Types.writer().compose(Types.get("brief"), Subject.city(calm), Wording.of(Language.ZH));
    assertThat(ReportFamilyTest.texts(brief)).contains("5项指标因资料缺失未能评价。");
  }

  @Test
  void aFigureOfCountsHasNoEmptyUnit() {
    List<Figure> figures =
        ReportFamilyTest.document("annual", Language.EN).chapters().stream()
            .flatMap(chapter -> chapter.blocks().stream())
            .filter(Figure.class::isInstance)
            .map(Figure.class::cast)
            .toList();
    assertThat(figures)
        .anyMatch(
            figure ->
                figure
                    .caption()
                    .text()
                    .equals("cities with regular international flights (2015–2025)"))
        .noneMatch(figure -> figure.caption().text().contains("unit: ;"))
        .noneMatch(figure -> figure.alternative().contains("()"));
  }

  @Test
  void aScaledUnitIsMultiplied() {
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("warning", Language.EN)))
        .contains("0.1187 × 10⁴ mu");
  }

  @Test
  void aUnitThatLacksNothingIsSaidToBeComplete() {
    Unit u = UnitFixture.of(Language.EN);
    Unit complete =
        new Unit(
            u.code(), u.name(), u.summary(), u.dimensions(), u.land(), List.of(), u.cityOnly());
    Subject subject = Subject.unit(CheckupFixture.of(Language.EN), complete);
    Document leaflet = Types.writer().compose(Types.get("unit"), subject, Wording.of(Language.EN));
    assertThat(ReportFamilyTest.texts(leaflet))
        .containsSequence(
            "What is missing, and why",
            "Every indicator that is computed for units has a value this year.",
            u.cityOnly());
  }

  @Test
  void aTableOfAllDimensionsNamesNone() {
    assertThat(ReportFamilyTest.texts(ReportFamilyTest.document("evaluation", Language.EN)))
        .anyMatch(text -> text.endsWith("Indicators by year, 2021–2025"))
        .noneMatch(text -> text.contains(" : "));
  }

  @Test
  void aCoverNamesTheChapterThatCitesTheFactsIfThereIsOne() {
    assertThat(cover("booklet").note()).endsWith("等为公开事实。出处见“数据来源”一章。");
    assertThat(cover("ledger").note()).endsWith("等为公开事实。");
  }

  private static Cover cover(String type) {
    return ReportFamilyTest.document(type, Language.ZH).cover().orElseThrow();
  }

  @Test
  void theBriefNamesABindingTargetWithoutABar() {
    Figure bars =
        ReportFamilyTest.document("brief", Language.ZH).chapters().get(0).blocks().stream()
            .filter(Figure.class::isInstance)
            .map(Figure.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(bars.alternative()).contains("耕地保有量").doesNotContain("用水总量");
    assertThat(bars.source()).isEqualTo("未列入图中：用水总量（控制指标未下达）。");
  }

  @Test
  void theBriefSaysTheYearInThreeSentencesWithTheCountsOfItsLights() {
    Document brief = ReportFamilyTest.document("brief", Language.ZH);
    Statements messages =
        brief.chapters().get(0).blocks().stream()
            .filter(Statements.class::isInstance)
            .map(Statements.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(messages.sentences())
        .hasSize(3)
        .first()
        .isEqualTo("2025年作出判定的31项指标中，达标18项，提示6项，关注4项，接近底线2项，突破1项。");
  }
}
