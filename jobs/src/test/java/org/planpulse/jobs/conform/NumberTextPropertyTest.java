package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class NumberTextPropertyTest {

  @Property
  void readsBackEveryNumberWithThousandsSeparators(
      @ForAll @Scale(4) @BigRange(min = "-1000000000000", max = "1000000000000") BigDecimal value) {
    String printed = String.format(Locale.ROOT, "%,.4f", value);

    assertThat(NumberText.read(printed).orElseThrow().value()).isEqualByComparingTo(value);
  }

  @Property
  void neverThrows(@ForAll String raw) {
    assertThat(NumberText.read(raw)).isNotNull();
  }
}
