package org.planpulse.schemas.codelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.planpulse.schemas.PackagedSchemas;

class UnitRoundTripTest {

  /** Two roundings to double, one each way, are all that may be lost. */
  @Property
  void thereAndBackGivesTheSameNumber(
      @ForAll("units") Unit unit, @ForAll @DoubleRange(min = -1e12, max = 1e12) double value) {
    assertThat(unit.fromSi(unit.toSi(value))).isCloseTo(value, within(2 * Math.ulp(value)));
  }

  @Provide
  Arbitrary<Unit> units() {
    return Arbitraries.of(PackagedSchemas.LOADED.units().all());
  }
}
