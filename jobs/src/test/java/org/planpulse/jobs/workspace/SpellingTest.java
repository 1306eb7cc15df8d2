package org.planpulse.jobs.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {

  @Test
  void distanceCountsInsertionsDeletionsAndReplacements() {
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Spelling.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void aWordFarFromEveryNameHasNoNearest() {
    assertThat(Spelling.nearest("zzzz", List.of("city", "plan"))).isEmpty();
    assertThat(Spelling.nearest("ctiy", List.of("city", "plan"))).contains("city");
  }

  @Property(tries = 200)
  void distanceIsAMetric(
      @ForAll @AlphaChars @StringLength(max = 8) String a,
      @ForAll @AlphaChars @StringLength(max = 8) String b,
      @ForAll @AlphaChars @StringLength(max = 8) String c) {
    assertThat(Spelling.distance(a, a)).isZero();
    assertThat(Spelling.distance(a, b)).isEqualTo(Spelling.distance(b, a));
    assertThat(Spelling.distance(a, c))
        .isLessThanOrEqualTo(Spelling.distance(a, b) + Spelling.distance(b, c));
  }
}
