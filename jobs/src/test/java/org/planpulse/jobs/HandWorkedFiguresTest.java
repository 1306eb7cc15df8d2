package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.planpulse.schemas.indicator.Indicator;

/** Indicators of the demo city worked out by hand from the departments' files. */
class HandWorkedFiguresTest {

  private static final String FIGURES = "hand-worked-2025.csv";

  @Test
  void theIndicatorsAreWhatAPersonWorksOutFromTheFiles() throws IOException {
    try (InputStream figures = HandWorkedFiguresTest.class.getResourceAsStream(FIGURES)) {
      assumeTrue(figures != null, "skipped: there is no " + FIGURES);
      List<CSVRecord> lines =
          CSVParser.parse(
                  new InputStreamReader(figures, StandardCharsets.UTF_8),
                  CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())
              .getRecords();

      assertThat(lines).isNotEmpty();
      assertThat(lines)
          .allSatisfy(
              line ->
                  assertThat(computed(line.get("indicator_code"), line.get("year")))
                      .as("%s: %s", line.get("indicator_code"), line.get("working"))
                      .isEqualByComparingTo(line.get("value")));
    }
  }

  /** With the decimals the indicator is published with. */
  private static BigDecimal computed(String code, String year) {
    TestPipeline demo = DemoWorkspace.pipeline();
    Indicator indicator =
        demo.context().schemas().indicators().stream()
            .filter(known -> known.code().equals(code))
            .findFirst()
            .orElseThrow();
    Object value =
        demo.query(
                "SELECT value FROM gold.indicator_value WHERE known_to IS NULL AND region_code ="
                    + " '152501' AND year = "
                    + year
                    + " AND indicator_code = '"
                    + code
                    + "'")
            .get(0)
            .get(0);
    assertThat(value).as(code).isNotNull();
    return new BigDecimal(value.toString()).setScale(indicator.decimals(), RoundingMode.HALF_UP);
  }
}
