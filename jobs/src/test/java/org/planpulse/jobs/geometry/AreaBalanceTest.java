package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AreaBalanceTest {

  @Test
  void largestAreasTakeTheUnitsThatDoNotDivide() {
    // control 1008 - sum 1000 = 8 over 3 areas: 2 each, 1 more for the two largest
    assertThat(AreaBalance.adjust(new long[] {200, 500, 300}, 1008))
        .contains(new long[] {202, 503, 303});
    assertThat(AreaBalance.adjust(new long[] {200, 500, 300}, 992))
        .contains(new long[] {198, 497, 297});
  }

  @Test
  void equalAreasTakeTheRestInTheirOrder() {
    assertThat(AreaBalance.adjust(new long[] {100, 100, 100}, 302))
        .contains(new long[] {101, 101, 100});
  }

  @Test
  void impossibleControlAreaIsNotBalanced() {
    assertThat(AreaBalance.adjust(new long[] {1, 500}, 401)).isEmpty();
    assertThat(AreaBalance.adjust(new long[0], 1)).isEmpty();
    assertThat(AreaBalance.adjust(new long[0], 0)).contains(new long[0]);
  }

  @Property
  void adjustedAreasMeetTheControlAndMoveNearlyAlike(
      @ForAll @Size(min = 1, max = 50) List<@LongRange(min = 2000, max = 1_000_000) Long> parcels,
      @ForAll @IntRange(min = -1000, max = 1000) int difference) {
    long[] areas = parcels.stream().mapToLong(Long::longValue).toArray();
    long control = LongStream.of(areas).sum() + difference;
    long[] adjusted = AreaBalance.adjust(areas, control).orElseThrow();
    assertThat(LongStream.of(adjusted).sum()).isEqualTo(control);
    long[] moves = new long[areas.length];
    Arrays.setAll(moves, i -> adjusted[i] - areas[i]);
    long spread =
        LongStream.of(moves).max().orElseThrow() - LongStream.of(moves).min().orElseThrow();
    assertThat(spread).isLessThanOrEqualTo(1);
  }

  @Test
  void lastPieceTakesTheRest() {
    assertThat(AreaBalance.split(10_000, 1, 1, 1)).containsExactly(3333, 3333, 3334);
    assertThat(AreaBalance.split(100, 0.25, 0.125, 0)).containsExactly(67, 33, 0);
    assertThat(AreaBalance.split(7, 1)).containsExactly(7);
  }

  @Test
  void manyTinyPiecesNeverDriveTheLastBelowZero() {
    double[] weights = new double[100];
    Arrays.fill(weights, 1);
    assertThat(AreaBalance.split(50, weights)).containsOnly(0, 1).endsWith(0);
  }

  @Test
  void nothingToDivideByIsRefused() {
    assertThatThrownBy(() -> AreaBalance.split(5, 0, 0)).hasMessageContaining("cannot split 5");
    assertThatThrownBy(() -> AreaBalance.split(5, 1, -1)).hasMessageContaining("cannot split 5");
  }

  @Property
  void piecesAddUpToTheWhole(
      @ForAll @LongRange(max = 1_000_000_000_000_000L) long whole,
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0.01, max = 1e7) Double> sizes) {
    double[] weights = sizes.stream().mapToDouble(Double::doubleValue).toArray();
    long[] pieces = AreaBalance.split(whole, weights);
    assertThat(LongStream.of(pieces).sum()).isEqualTo(whole);
    assertThat(LongStream.of(pieces).min().orElseThrow()).isNotNegative();
  }
}
