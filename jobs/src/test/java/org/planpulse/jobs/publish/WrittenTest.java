package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.run.OperatorError;
import org.planpulse.reports.UnwritableReportException;
import org.planpulse.reports.pdf.GlyphCheck;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;

class WrittenTest {

  private static Path write(String unit) {
    switch (unit) {
      case "blank" -> throw new UnwritableReportException(new LocalText("缺少地类面积。", "No land."));
      case "glyph" -> new GlyphCheck().check("嘎查\u13A0");
      case "fault" -> throw new IllegalStateException("no class 9999");
      default -> {}
    }
    return Path.of(unit + ".pdf");
  }

  private static Written written(String... units) {
    return Written.each(Stream.of(units), unit -> "unit " + unit, WrittenTest::write);
  }

  @Test
  void aBrokenOneIsNamedWithItsReasonAndTheOthersAreWritten() {
    Written written = written("east", "blank", "glyph", "fault", "west");

    assertThat(written.files()).containsExactly(Path.of("east.pdf"), Path.of("west.pdf"));
    assertThat(written.failures())
        .extracting(failure -> failure.message(Language.EN))
        .satisfiesExactly(
            blank -> assertThat(blank).contains("unit blank", "No land."),
            glyph -> assertThat(glyph).contains("unit glyph", "嘎查", "Replace it"),
            fault -> assertThat(fault).contains("unit fault", "no class 9999"));
    assertThat(written.failures().get(0).message(Language.ZH)).contains("unit blank", "缺少地类面积。");
  }

  @Test
  void theOnlyOneAskedForFails() {
    assertThatThrownBy(() -> written("blank").orFail())
        .isInstanceOf(OperatorError.class)
        .hasMessageContaining("No land.");
    assertThat(written("east").orFail().files()).hasSize(1);
  }
}
