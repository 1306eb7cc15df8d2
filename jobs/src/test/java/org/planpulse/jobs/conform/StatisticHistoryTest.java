package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Column;

class StatisticHistoryTest {

  private static final LocalDate OLD = LocalDate.of(2023, 11, 20);
  private static final LocalDate NEW = LocalDate.of(2026, 9, 18);
  private static final LocalDate REVIEW = LocalDate.of(2026, 10, 9);
  private static final Schemas SCHEMAS = ConformFixture.schemas();
  private static final Column COLUMN =
      SCHEMAS.contracts().stream()
          .flatMap(contract -> contract.columns().stream())
          .filter(column -> column.name().equals("population_resident"))
          .findFirst()
          .orElseThrow();

  @Test
  void keepsTheOlderFigureUntilTheDayItWasSuperseded() {
    StatisticHistory.History history =
        history(
            delivered(figure("73.76", "亿元", NEW, "C3")),
            delivered(figure("712300", "万元", OLD, "B9")));

    assertThat(history.known())
        .extracting(known -> known.value().unit().code())
        .containsExactly("万元", "亿元");
    assertThat(history.known()).extracting(Knowledge.Period::from).containsExactly(OLD, NEW);
    assertThat(history.known()).extracting(Knowledge.Period::to).containsExactly(NEW, null);
    assertThat(history.conflicts()).isEmpty();
  }

  @Test
  void keepsTheFirstSourceOfAFigureThatOnlyIsRepeated() {
    StatisticHistory.History history =
        history(
            delivered(figure("75794", "人", OLD, "B9")), delivered(figure("7.58", "万人", NEW, "C3")));

    assertThat(history.known()).hasSize(1);
    assertThat(history.known().get(0).value().cell().address()).isEqualTo("B9");
    assertThat(history.known().get(0).to()).isNull();
  }

  @Test
  void opensANewPeriodForADifferenceBeyondRounding() {
    assertThat(
            history(
                    delivered(figure("75794", "人", OLD, "B9")),
                    delivered(figure("7.57", "万人", NEW, "C3")))
                .known())
        .hasSize(2);
  }

  @Test
  void letsABlankTakeNothingBack() {
    StatisticHistory.History history =
        history(
            delivered(figure("75794", "人", OLD, "B9")), delivered(figure(null, "人", NEW, "C3")));

    assertThat(history.known()).hasSize(1);
    assertThat(history.known().get(0).value().value()).isEqualByComparingTo("75794");
  }

  @Test
  void replacesABlankByTheFigureThatComesLater() {
    assertThat(
            history(
                    delivered(figure(null, "人", OLD, "B9")),
                    delivered(figure("75794", "人", NEW, "C3")))
                .known())
        .extracting(Knowledge.Period::to)
        .containsExactly(NEW, null);
  }

  @Test
  void marksAConflictOfOneDayAndTakesTheMorePreciseFigureInAnyOrder() {
    Statistic precise = figure("75794", "人", NEW, "C3");
    Statistic coarse = figure("7.5", "万人", NEW, "B2");

    for (List<Statistic> order : List.of(List.of(precise, coarse), List.of(coarse, precise))) {
      StatisticHistory.History history =
          StatisticHistory.of(order.stream().map(StatisticHistoryTest::delivered).toList());

      assertThat(history.known()).hasSize(1);
      assertThat(history.known().get(0).value().value()).isEqualByComparingTo("75794");
      assertThat(history.known().get(0).value().status()).isEqualTo(ValueStatus.CONFLICT);
      assertThat(history.conflicts()).extracting(Finding::place).containsExactly("S!B2");
    }
  }

  @Test
  void aDeliveryAfterTheReviewedOneOutweighsItThoughItOnlyRepeatedTheFigure() {
    assertThat(
            told(
                history(
                    until(REVIEW, figure("75000", "人", OLD, "B9")),
                    since(REVIEW, figure("76000", "人", OLD, "B9")),
                    delivered(figure("75000", "人", NEW, "C3")))))
        .containsExactly("75000 OK 2023-11-20 null");
  }

  @Test
  void aDeliveryOfTheDayOfTheReviewOutweighsTheReviewedOne() {
    for (String corrected : List.of("76000", "76000.25")) {
      assertThat(
              told(
                  history(
                      until(NEW, figure("75000", "人", OLD, "B9")),
                      since(NEW, figure(corrected, "人", OLD, "B9")),
                      delivered(figure("77000", "人", NEW, "C3")))))
          .containsExactly("75000 OK 2023-11-20 2026-09-18", "77000 OK 2026-09-18 null");
    }
  }

  @Test
  void aCorrectionEndsAConflictWhicheverOfTheTwoIsCorrected() {
    for (List<String> addresses : List.of(List.of("A1", "C3"), List.of("C3", "A1"))) {
      StatisticHistory.History history =
          history(
              delivered(figure("75000", "人", NEW, addresses.get(0))),
              until(REVIEW, figure("76000", "人", NEW, addresses.get(1))),
              since(REVIEW, figure("75000", "人", NEW, addresses.get(1))));

      assertThat(told(history))
          .satisfiesExactly(
              before -> assertThat(before).endsWith(" CONFLICT 2026-09-18 2026-10-09"),
              after -> assertThat(after).isEqualTo("75000 OK 2026-10-09 null"));
      assertThat(history.conflicts()).isEmpty();
    }
  }

  @Test
  void aConflictStaysOneWhileTheCorrectedFigureStillDiffers() {
    StatisticHistory.History history =
        history(
            until(REVIEW, figure("75000", "人", NEW, "A1")),
            since(REVIEW, figure("75500", "人", NEW, "A1")),
            delivered(figure("76000", "人", NEW, "C3")));

    assertThat(told(history))
        .containsExactly("75000 CONFLICT 2026-09-18 2026-10-09", "75500 CONFLICT 2026-10-09 null");
    assertThat(history.conflicts())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.place()).isEqualTo("S!C3");
              assertThat(finding.values()).containsEntry("chosen", "75500 person");
            });
  }

  @Test
  void aLaterDeliveryThatAgreesEndsAConflict() {
    assertThat(
            told(
                history(
                    delivered(figure("75000", "人", OLD, "A1")),
                    delivered(figure("76000", "人", OLD, "C3")),
                    delivered(figure("75000", "人", NEW, "B9")))))
        .containsExactly("75000 CONFLICT 2023-11-20 2026-09-18", "75000 OK 2026-09-18 null");
  }

  @Test
  void aFigureCorrectedToABlankIsMissingUnlessAnotherDeliveryTellsIt() {
    Reading<Statistic> wrong = until(REVIEW, figure("76000", "人", NEW, "C3"));
    Reading<Statistic> blank = since(REVIEW, figure(null, "人", NEW, "C3"));

    assertThat(told(history(wrong, blank)))
        .containsExactly("76000 OK 2026-09-18 2026-10-09", "null MISSING 2026-10-09 null");
    assertThat(told(history(wrong, blank, delivered(figure("75000", "人", OLD, "B9")))))
        .containsExactly(
            "75000 OK 2023-11-20 2026-09-18",
            "76000 OK 2026-09-18 2026-10-09",
            "75000 OK 2026-10-09 null");
  }

  @Test
  void aCorrectionWithinTheRoundingOfItsOwnCellCounts() {
    assertThat(
            told(
                history(
                    until(REVIEW, figure("7.6", "万人", NEW, "C3")),
                    since(REVIEW, figure("7.58", "万人", NEW, "C3")))))
        .containsExactly("7.6 OK 2026-09-18 2026-10-09", "7.58 OK 2026-10-09 null");
  }

  /** A line whose region or year is corrected tells of something else from then on. */
  @Test
  void aFigureNoPlaceTellsOfAnyMoreEndsAndMayComeAgain() {
    assertThat(told(history(until(REVIEW, figure("75000", "人", OLD, "B9")))))
        .containsExactly("75000 OK 2023-11-20 2026-10-09");
    assertThat(
            told(
                history(
                    until(NEW, figure("75000", "人", OLD, "B9")),
                    since(REVIEW, figure("75000", "人", OLD, "B9")))))
        .containsExactly("75000 OK 2023-11-20 2026-09-18", "75000 OK 2026-10-09 null");
  }

  @Test
  void suspectsAFigureTenThousandTimesTheOthers() {
    List<Statistic> series =
        List.of(
            inYear(2020, "75794"),
            inYear(2021, "72000"),
            inYear(2022, "7.06"),
            inYear(2023, "71000"));

    assertThat(UnitSlip.in(series))
        .extracting(found -> found.values().get("year"))
        .containsExactly("2022");
  }

  @Test
  void suspectsNoFigureThatOnlyGrows() {
    assertThat(
            UnitSlip.in(
                List.of(
                    inYear(2020, "1"), inYear(2021, "90"), inYear(2022, "0"), inYear(2023, "700"))))
        .isEmpty();
  }

  private static StatisticHistory.History history(Reading<?>... readings) {
    return StatisticHistory.of(
        Stream.of(readings).map(reading -> reading.of((Statistic) reading.value())).toList());
  }

  private static Reading<Statistic> delivered(Statistic figure) {
    LocalDate received = figure.cell().file().receivedOn();
    return new Reading<>(figure, received, received, null);
  }

  private static Reading<Statistic> until(LocalDate day, Statistic figure) {
    LocalDate received = figure.cell().file().receivedOn();
    return new Reading<>(figure, received, received, day);
  }

  private static Reading<Statistic> since(LocalDate day, Statistic figure) {
    return new Reading<>(figure, figure.cell().file().receivedOn(), day, null);
  }

  private static List<String> told(StatisticHistory.History history) {
    return history.known().stream()
        .map(
            period ->
                "%s %s %s %s"
                    .formatted(
                        period.value().value(),
                        period.value().status(),
                        period.from(),
                        period.to()))
        .toList();
  }

  private static Statistic inYear(int year, String value) {
    Statistic figure = figure(value, "人", NEW, "A1");
    return new Statistic(
        figure.region(),
        COLUMN,
        year,
        figure.value(),
        figure.unit(),
        figure.half(),
        figure.status(),
        figure.cell());
  }

  private static Statistic figure(String value, String unit, LocalDate received, String address) {
    SourceFile file = new SourceFile("k" + received, "book", "T-1", "D10", null, received);
    Cell cell =
        new Cell(file, "S", address, null, null, null, null, null, null, null, value, null, null);
    NumberText number = NumberText.read(value).orElseThrow();
    BigDecimal present = number.value();
    return new Statistic(
        "152501",
        COLUMN,
        2022,
        present,
        SCHEMAS.units().get(unit),
        number.halfLastDigit(),
        number.status(),
        cell);
  }
}
