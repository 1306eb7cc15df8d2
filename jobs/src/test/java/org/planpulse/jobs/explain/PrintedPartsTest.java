package org.planpulse.jobs.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PrintedPartsTest {

  @Test
  void thirdsOfOneArePrintedSoThatTheyMakeOne() {
    BigDecimal third = BigDecimal.ONE.divide(new BigDecimal(3), PrintedParts.PRECISION);

    List<BigDecimal> printed =
        PrintedParts.of(List.of(third, third, third), BigDecimal.ZERO, BigDecimal.ONE, 2);

    assertThat(printed).containsExactly(number("0.34"), number("0.33"), number("0.33"));
  }

  /** 1.4 is shown as 1 and 2.6 as 3: the parts of 1.2 are to make 2. */
  @Test
  void partsMakeTheDifferenceOfTheValuesAsTheyAreShown() {
    assertThat(
            PrintedParts.of(List.of(number("0.7"), number("0.5")), number("1.4"), number("2.6"), 0))
        .containsExactly(number("1"), number("1"));
  }

  @Test
  void aFallIsSplitAsARiseIs() {
    assertThat(
            PrintedParts.of(
                List.of(number("-0.25"), number("-0.75"), number("0.3")),
                number("10"),
                number("9.3"),
                1))
        .containsExactly(number("-0.2"), number("-0.8"), number("0.3"));
  }

  /** 0.05 is shown as 0.1 and -0.05 as -0.1: the parts are to make -0.2. */
  @Test
  void aUnitTooManyIsTakenFromTheLargestPart() {
    assertThat(
            PrintedParts.of(
                List.of(number("0.1"), number("-0.2")), number("0.05"), number("-0.05"), 1))
        .containsExactly(number("0.1"), number("-0.3"));
  }

  /** One digit more than is shown, so that many values lie halfway between two. */
  @Property
  void partsOfHalvesAddUpToo(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = -30, max = 30) Integer> halves,
      @ForAll @IntRange(min = -30, max = 30) int from) {
    List<BigDecimal> parts = halves.stream().map(half -> BigDecimal.valueOf(half * 5L, 2)).toList();
    BigDecimal before = BigDecimal.valueOf(from * 5L, 2);
    BigDecimal after = before.add(PrintedParts.sum(parts));

    List<BigDecimal> printed = PrintedParts.of(parts, before, after, 1);

    assertThat(PrintedParts.sum(printed))
        .isEqualByComparingTo(PrintedParts.difference(before, after, 1));
    for (int i = 0; i < parts.size(); i++) {
      assertThat(printed.get(i).subtract(parts.get(i)).abs()).isLessThanOrEqualTo(number("0.1"));
    }
  }

  @Property
  void printedPartsAddUpExactlyAndNoneIsOffByAWholeUnit(
      @ForAll("parts") List<BigDecimal> parts,
      @ForAll("value") BigDecimal before,
      @ForAll @IntRange(max = 6) int decimals) {
    BigDecimal after = before.add(PrintedParts.sum(parts));

    List<BigDecimal> printed = PrintedParts.of(parts, before, after, decimals);

    assertThat(PrintedParts.sum(printed))
        .isEqualByComparingTo(PrintedParts.difference(before, after, decimals));
    BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
    for (int i = 0; i < parts.size(); i++) {
      assertThat(printed.get(i).subtract(parts.get(i)).abs()).isLessThan(unit);
    }
  }

  /** Of thirds too, which no decimal holds: their sum is off in the sixtieth digit. */
  @Property
  void partsThatAreRoundedThemselvesStillAddUp(
      @ForAll("parts") List<BigDecimal> thirds, @ForAll @IntRange(max = 4) int decimals) {
    List<BigDecimal> parts = new ArrayList<>();
    thirds.forEach(t -> parts.add(t.divide(new BigDecimal(3), PrintedParts.PRECISION)));
    BigDecimal after = PrintedParts.sum(thirds).divide(new BigDecimal(3), PrintedParts.PRECISION);

    assertThat(PrintedParts.sum(PrintedParts.of(parts, BigDecimal.ZERO, after, decimals)))
        .isEqualByComparingTo(PrintedParts.difference(BigDecimal.ZERO, after, decimals));
  }

  @Provide
  Arbitrary<List<BigDecimal>> parts() {
    return value().list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<BigDecimal> value() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("-100000"), new BigDecimal("100000"))
        .ofScale(9);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
