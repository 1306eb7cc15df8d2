package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.Language;

class EditionTest {

  private static final Optional<LocalDate> DAY = Optional.of(LocalDate.of(2026, 10, 31));
  private static final Optional<LocalDate> EARLIER = Optional.of(LocalDate.of(2026, 3, 1));

  @Test
  void aDayThatWasAskedForIsInTheNameAndOneThatWasFoundIsNot() {
    assertThat(Edition.present(Language.ZH).suffix()).isEmpty();
    assertThat(new Edition(Language.ZH, DAY, EARLIER).suffix())
        .isEqualTo("-as-of-2026-10-31-since-2026-03-01");

    Edition found = new Edition(Language.ZH, DAY, Optional.empty(), EARLIER);
    assertThat(found.suffix()).isEqualTo("-as-of-2026-10-31");
    assertThat(found.errataDay()).isEqualTo(EARLIER);
  }
}
