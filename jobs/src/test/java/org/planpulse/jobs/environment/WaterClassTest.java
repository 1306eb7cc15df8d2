package org.planpulse.jobs.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

class WaterClassTest {

  private final WaterClass classes =
      new WaterClass(Schemas.load(SchemaFiles.packaged()).waterStandards().get("GB3838-2002"));

  @ParameterizedTest
  @CsvSource({
    "section_cod, 15, 1",
    "section_cod, 15.1, 3",
    "section_cod, 41, 6",
    "section_do, 7.5, 1",
    "section_do, 7.4, 2",
    "section_do, 1.9, 6",
    "section_nh3n, 0.0125, 1",
    "section_nh3n, 1.0, 3",
    "section_fluoride, 1.0, 1",
    "section_fluoride, 1.01, 4",
    "section_ph, 6, 1",
    "section_ph, 9.1, 6"
  })
  void anItemHasTheBestClassWhoseLimitItMeets(String item, double mean, int expected) {
    assertThat(classes.of(item, mean)).isEqualTo(expected);
  }

  /** Nine samples of 0.3 have the mean 0.30000000000000004 as doubles. */
  @Test
  void aMeanThatIsOffByItsArithmeticOnlyKeepsItsLimit() {
    assertThat(classes.of("section_tp", 2.7 / 9)).isEqualTo(4);
  }

  @Test
  void withTooFewItemsOnlyAClassThatIsNotGoodHolds() {
    assertThat(classes.of(Map.of("section_ph", 7.0))).isEmpty();
    assertThat(classes.of(Map.of("section_ph", 7.0, "section_cod", 20.0))).isEmpty();
    assertThat(classes.of(Map.of("section_ph", 7.0, "section_cod", 21.0))).hasValue(4);
    assertThat(classes.of(Map.of("section_tn", 9.0))).isEmpty();
    assertThat(
            classes.of(
                Map.of(
                    "section_ph", 7.0,
                    "section_do", 8.0,
                    "section_codmn", 3.0,
                    "section_nh3n", 0.1,
                    "section_tp", 0.02)))
        .hasValue(2);
  }

  @Test
  void theWorstItemMakesTheClassAndItemsTheStandardDoesNotJudgeDoNot() {
    assertThat(classes.of(Map.of("section_cod", 12.0, "section_tp", 0.25, "section_tn", 9.0)))
        .hasValue(4);
  }
}
