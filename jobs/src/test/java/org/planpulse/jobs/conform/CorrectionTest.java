package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.planpulse.schemas.SchemaException;

class CorrectionTest {

  @Test
  void aReviewAfterTheLastDayIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> reviewed("2027-10-09"))
        .isInstanceOf(SchemaException.class)
        .hasMessage(
            "corrections/: reviewed 2027-10-09 is after expires 2027-06-30: book.xlsx S!B7");
    assertThat(reviewed("2027-06-30").expiresOn()).isEqualTo("2027-06-30");
  }

  private static Correction reviewed(String day) {
    return new Correction(
        "D04-04", "book.xlsx", "S!B7", "", "1", "2", "Wang", "typing error", day, "2027-06-30");
  }
}
