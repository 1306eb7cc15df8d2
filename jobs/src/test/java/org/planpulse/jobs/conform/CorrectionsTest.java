package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.conform.Corrections.Period;
import org.planpulse.jobs.conform.Corrections.Reviewed;

class CorrectionsTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 6, 1);
  private static final LocalDate AUGUST = LocalDate.of(2026, 8, 1);
  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 9);
  private static final SourceFile LIST =
      new SourceFile("k", "list.csv", "T-1", "D10", null, RECEIVED);
  private static final String LINE = "k!S!2";

  @Test
  void aRowWithoutCorrectionsIsReadInOneWay() {
    assertThat(new Corrections(Map.of()).periods(LIST, LINE))
        .containsExactly(new Period(RECEIVED, null, Map.of()));
  }

  @Test
  void eachFieldIsReadAsCorrectedFromItsOwnReview() {
    Corrections corrections =
        corrections(new Reviewed("x", "1", AUGUST, null), new Reviewed("y", "2", OCTOBER, null));

    assertThat(corrections.periods(LIST, LINE))
        .containsExactly(
            new Period(RECEIVED, AUGUST, Map.of()),
            new Period(AUGUST, OCTOBER, Map.of("x", "1")),
            new Period(OCTOBER, null, Map.of("x", "1", "y", "2")));
    assertThat(corrections.apply("T-1", LINE, Map.of("x", "0", "z", "3")))
        .isEqualTo(Map.of("x", "1", "y", "2", "z", "3"));
  }

  @Test
  void aReviewBeforeTheFileCameCountsFromTheStart() {
    assertThat(corrections(new Reviewed("x", "1", RECEIVED.minusDays(1), null)).periods(LIST, LINE))
        .containsExactly(new Period(RECEIVED, null, Map.of("x", "1")));
  }

  @Test
  void whatIsOverIsReadAsDeliveredAgain() {
    Corrections corrections = corrections(new Reviewed("x", "1", AUGUST, OCTOBER));

    assertThat(corrections.periods(LIST, LINE))
        .containsExactly(
            new Period(RECEIVED, AUGUST, Map.of()),
            new Period(AUGUST, OCTOBER, Map.of("x", "1")),
            new Period(OCTOBER, null, Map.of()));
    assertThat(corrections.apply("T-1", LINE, Map.of("x", "0"))).isEqualTo(Map.of("x", "0"));
  }

  @Test
  void aCorrectionReviewedAnewTakesOverFromTheOneThatIsOver() {
    assertThat(
            corrections(
                    new Reviewed("x", "1", AUGUST, OCTOBER), new Reviewed("x", "2", OCTOBER, null))
                .periods(LIST, LINE))
        .containsExactly(
            new Period(RECEIVED, AUGUST, Map.of()),
            new Period(AUGUST, OCTOBER, Map.of("x", "1")),
            new Period(OCTOBER, null, Map.of("x", "2")));
  }

  @Test
  void whileTwoCorrectionsOfAValueHoldItIsReadAsDelivered() {
    Corrections corrections =
        corrections(new Reviewed("x", "1", AUGUST, null), new Reviewed("x", "2", OCTOBER, null));

    assertThat(corrections.periods(LIST, LINE))
        .containsExactly(
            new Period(RECEIVED, AUGUST, Map.of()),
            new Period(AUGUST, OCTOBER, Map.of("x", "1")),
            new Period(OCTOBER, null, Map.of()));
    assertThat(corrections.apply("T-1", LINE, Map.of("x", "0"))).isEqualTo(Map.of("x", "0"));
  }

  private static Corrections corrections(Reviewed... reviewed) {
    return new Corrections(Map.of("T-1/" + LINE, List.of(reviewed)));
  }
}
