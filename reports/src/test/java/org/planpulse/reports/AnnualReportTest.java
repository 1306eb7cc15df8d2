package org.planpulse.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.planpulse.schemas.Language;

class AnnualReportTest {
  @ParameterizedTest
  @EnumSource(Language.class)
  void renders(Language language) throws Exception {
    Path out = Path.of("target", "annual-" + language.code() + ".pdf");
    long start = System.nanoTime();
    new AnnualReport().write(CheckupFixture.of(language), out);
    System.out.println(language + " " + (System.nanoTime() - start) / 1e9);
    assertThat(Files.size(out)).isPositive();
  }
}
