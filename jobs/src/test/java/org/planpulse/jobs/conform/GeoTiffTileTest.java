package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GeoTiffTileTest {

  @Property
  void aFloatCountsAsTheDecimalItWasWrittenFrom(
      @ForAll @IntRange(min = -999_999, max = 999_999) int digits,
      @ForAll @IntRange(max = 6) int decimals) {
    double decimal = digits / Math.pow(10, decimals);
    assertThat(GeoTiffTile.decimal((float) decimal)).isEqualTo(decimal);
  }

  @Property
  void itIsTheSameFloat(@ForAll float value) {
    assertThat((float) GeoTiffTile.decimal(value)).isEqualTo(value);
  }

  @Test
  void whatIsNoNumberStays() {
    assertThat(GeoTiffTile.decimal(Float.NaN)).isNaN();
    assertThat(GeoTiffTile.decimal(Float.NEGATIVE_INFINITY)).isNegative();
  }
}
