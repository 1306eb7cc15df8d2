package org.planpulse.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineEndsTest {

  @Test
  void aFullWidthSpaceStaysUnlessALineEndsWithIt() {
    assertThat(LineEnds.plain("一\u3000二三\u3000四五\u3000六", new short[] {5, 2}))
        .isEqualTo("一\u3000二三 四五\u3000六");
    assertThat(LineEnds.plain("一\u3000二三\u3000四五\u3000六", new short[] {2, 3, 3}))
        .isEqualTo("一 二三 四五 六");
  }
}
