package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ShapleySharesTest {

  private static final BigDecimal HAIR = new BigDecimal("1e-40");

  /**
   * Two times three becomes four times five: (2·3 + 2·5) / 2 for one, (2·2 + 2·4) / 2 for other.
   */
  @Test
  void bothFactorsOfAProductGetTheMeanOfBothOrders() {
    List<BigDecimal> shares = ShapleyShares.of(numbers(2 * 3, 4 * 3, 2 * 5, 4 * 5));

    assertThat(shares.get(0)).isEqualByComparingTo("8");
    assertThat(shares.get(1)).isEqualByComparingTo("6");
  }

  @Test
  void whatMakesNoDifferenceGetsNothing() {
    assertThat(ShapleyShares.of(numbers(1, 7, 1, 7)).get(1)).isEqualByComparingTo("0");
  }

  @Test
  void nothingChangedHasNoShares() {
    assertThat(ShapleyShares.of(numbers(5))).isEmpty();
  }

  @Test
  void valuesThatAreNotThoseOfAllSetsAreRefused() {
    assertThatThrownBy(() -> ShapleyShares.of(numbers(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 200)
  void sharesAddUpToTheWholeDifference(@ForAll("values") List<BigDecimal> values) {
    BigDecimal whole = values.get(values.size() - 1).subtract(values.get(0));

    assertThat(PrintedParts.sum(ShapleyShares.of(values))).isCloseTo(whole, within(HAIR));
  }

  @Property(tries = 100)
  void inASumEachGetsItsOwnDifference(
      @ForAll("steps") List<BigDecimal> steps, @ForAll("step") BigDecimal before) {
    List<BigDecimal> values =
        IntStream.range(0, 1 << steps.size())
            .mapToObj(
                set ->
                    IntStream.range(0, steps.size())
                        .filter(i -> (set >> i & 1) == 1)
                        .mapToObj(steps::get)
                        .reduce(before, BigDecimal::add))
            .toList();

    List<BigDecimal> shares = ShapleyShares.of(values);

    for (int i = 0; i < steps.size(); i++) {
      assertThat(shares.get(i)).isCloseTo(steps.get(i), within(HAIR));
    }
  }

  @Property(tries = 100)
  void theOrderOfThingsDoesNotMatter(@ForAll("values") List<BigDecimal> values) {
    List<BigDecimal> shares = ShapleyShares.of(values);
    int players = shares.size();
    List<BigDecimal> reversed = new ArrayList<>();
    for (int set = 0; set < values.size(); set++) {
      reversed.add(values.get(Integer.reverse(set) >>> 32 - players));
    }

    List<BigDecimal> others = ShapleyShares.of(reversed);

    for (int i = 0; i < players; i++) {
      assertThat(others.get(players - 1 - i)).isEqualByComparingTo(shares.get(i));
    }
  }

  @Provide
  Arbitrary<List<BigDecimal>> values() {
    return Arbitraries.integers()
        .between(1, 5)
        .flatMap(players -> step().list().ofSize(1 << players));
  }

  @Provide
  Arbitrary<List<BigDecimal>> steps() {
    return step().list().ofMinSize(1).ofMaxSize(5);
  }

  @Provide
  Arbitrary<BigDecimal> step() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
        .ofScale(7);
  }

  private static List<BigDecimal> numbers(int... numbers) {
    return IntStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
  }
}
