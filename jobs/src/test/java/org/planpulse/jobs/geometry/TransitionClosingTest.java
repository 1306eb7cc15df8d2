package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.geometry.TransitionClosing.CLOSE;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.geometry.TransitionClosing.Transition;

class TransitionClosingTest {

  @Test
  void rowsAndColumnsAreFilledUpToTheirStocks() {
    Map<Transition, Long> pieces =
        Map.of(
            new Transition("0103", "0103"), 700L,
            new Transition("0103", "0601"), 298L,
            new Transition("0401", "0401"), 500L);
    Map<Transition, Long> lines =
        TransitionClosing.lines(
            pieces,
            Map.of("0103", 1000L, "0401", 500L),
            Map.of("0103", 700L, "0601", 297L, "0401", 503L));
    assertThat(lines)
        .containsExactly(
            Map.entry(new Transition("0103", CLOSE), 2L),
            Map.entry(new Transition(CLOSE, "0401"), 3L),
            Map.entry(new Transition(CLOSE, "0601"), -1L));
  }

  @Test
  void classWithoutStockClosesAtZero() {
    assertThat(
            TransitionClosing.lines(
                Map.of(new Transition("0103", "1106"), 5L), Map.of("0103", 5L), Map.of()))
        .containsExactly(Map.entry(new Transition(CLOSE, "1106"), -5L));
  }

  @Test
  void closedMatrixNeedsNoLine() {
    assertThat(
            TransitionClosing.lines(
                Map.of(new Transition("a", "b"), 5L), Map.of("a", 5L), Map.of("b", 5L)))
        .isEmpty();
  }
}
