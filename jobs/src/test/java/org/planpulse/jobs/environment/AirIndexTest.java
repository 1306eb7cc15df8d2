package org.planpulse.jobs.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.AirStandard;

class AirIndexTest {

  private static final Map<String, AirStandard> STANDARDS =
      Schemas.load(SchemaFiles.packaged()).airStandards();
  private static final AirIndex OF_2012 = new AirIndex(STANDARDS.get("GB3095-2012"));
  private static final AirIndex OF_2026 = new AirIndex(STANDARDS.get("GB3095-2026"));

  /** Worked by hand, e.g. PM2.5 of 76: 100 + (76 - 75) x 50 / (115 - 75) = 101.25, so 102. */
  @ParameterizedTest
  @CsvSource({
    "pm25, 0, 0, 0",
    "pm25, 35, 50, 50",
    "pm25, 36, 52, 52",
    "pm25, 60, 82, 100",
    "pm25, 61, 83, 101",
    "pm25, 75, 100, 114",
    "pm25, 76, 102, 115",
    "pm25, 600, 500, 500",
    "pm10, 120, 85, 100",
    "pm10, 150, 100, 112",
    "pm10, 500, 400, 400",
    "so2, 51, 51, 51",
    "no2, 181, 151, 151",
    "co, 3, 75, 75",
    "o3, 161, 101, 101",
    "o3, 900, 300, 300"
  })
  void aConcentrationHasTheIndexWorkedByHand(
      String item, double concentration, int of2012, int of2026) {
    assertThat(OF_2012.of(item, concentration)).isEqualTo(of2012);
    assertThat(OF_2026.of(item, concentration)).isEqualTo(of2026);
  }

  /** 75.5 goes to the even 76, 74.5 to 74; carbon monoxide is kept to a tenth. */
  @Test
  void concentrationsAreRoundedHalfToEvenBeforeTheirIndexIsTaken() {
    assertThat(OF_2012.of("pm25", 75.5)).isEqualTo(102);
    assertThat(OF_2012.of("pm25", 74.5)).isEqualTo(OF_2012.of("pm25", 74));
    assertThat(OF_2012.of("co", 2.04)).isEqualTo(50);
  }

  @Test
  void theWorstPollutantMakesTheIndexOfTheDay() {
    assertThat(OF_2012.of(Map.of("pm25", 35.0, "pm10", 150.0, "co", 3.0))).isEqualTo(100);
  }

  @Property
  void theIndexNeverFallsWithTheConcentrationNorBelowThatOfTheOlderEdition(
      @ForAll @IntRange(max = 700) int concentration) {
    for (String item : new String[] {"pm25", "pm10"}) {
      assertThat(OF_2012.of(item, concentration + 1))
          .isGreaterThanOrEqualTo(OF_2012.of(item, concentration));
      assertThat(OF_2026.of(item, concentration))
          .isGreaterThanOrEqualTo(OF_2012.of(item, concentration));
    }
  }
}
