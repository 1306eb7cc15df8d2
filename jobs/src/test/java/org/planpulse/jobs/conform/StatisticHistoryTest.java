package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Column;

class StatisticHistoryTest {

  private static final LocalDate OLD = LocalDate.of(2023, 11, 20);
  private static final LocalDate NEW = LocalDate.of(2026, 9, 18);
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
        StatisticHistory.of(
            List.of(figure("73.76", "亿元", NEW, "C3"), figure("712300", "万元", OLD, "B9")));

    assertThat(history.known())
        .extracting(known -> known.statistic().unit().code())
        .containsExactly("万元", "亿元");
    assertThat(history.known())
        .extracting(StatisticHistory.Known::knownFrom)
        .containsExactly(OLD, NEW);
    assertThat(history.known())
        .extracting(StatisticHistory.Known::knownTo)
        .containsExactly(NEW, null);
    assertThat(history.conflicts()).isEmpty();
  }

  @Test
  void keepsTheFirstSourceOfAFigureThatOnlyIsRepeated() {
    StatisticHistory.History history =
        StatisticHistory.of(
            List.of(figure("75794", "人", OLD, "B9"), figure("7.58", "万人", NEW, "C3")));

    assertThat(history.known()).hasSize(1);
    assertThat(history.known().get(0).statistic().cell().address()).isEqualTo("B9");
    assertThat(history.known().get(0).knownTo()).isNull();
  }

  @Test
  void opensANewPeriodForADifferenceBeyondRounding() {
    assertThat(
            StatisticHistory.of(
                    List.of(figure("75794", "人", OLD, "B9"), figure("7.57", "万人", NEW, "C3")))
                .known())
        .hasSize(2);
  }

  @Test
  void letsABlankTakeNothingBack() {
    StatisticHistory.History history =
        StatisticHistory.of(List.of(figure("75794", "人", OLD, "B9"), figure(null, "人", NEW, "C3")));

    assertThat(history.known()).hasSize(1);
    assertThat(history.known().get(0).statistic().value()).isEqualByComparingTo("75794");
  }

  @Test
  void replacesABlankByTheFigureThatComesLater() {
    assertThat(
            StatisticHistory.of(
                    List.of(figure(null, "人", OLD, "B9"), figure("75794", "人", NEW, "C3")))
                .known())
        .extracting(StatisticHistory.Known::knownTo)
        .containsExactly(NEW, null);
  }

  @Test
  void marksAConflictOfOneDayAndTakesTheMorePreciseFigureInAnyOrder() {
    Statistic precise = figure("75794", "人", NEW, "C3");
    Statistic coarse = figure("7.5", "万人", NEW, "B2");

    for (List<Statistic> order : List.of(List.of(precise, coarse), List.of(coarse, precise))) {
      StatisticHistory.History history = StatisticHistory.of(order);

      assertThat(history.known()).hasSize(1);
      assertThat(history.known().get(0).statistic().value()).isEqualByComparingTo("75794");
      assertThat(history.known().get(0).statistic().status()).isEqualTo(ValueStatus.CONFLICT);
      assertThat(history.conflicts()).extracting(Finding::place).containsExactly("S!B2");
    }
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
