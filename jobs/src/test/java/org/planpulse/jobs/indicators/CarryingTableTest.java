package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.spatial.MiniCity;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;

/** Fine particles against 35 µg/m3, 30 since 2026; the quota of water has not been issued. */
class CarryingTableTest {

  @TempDir Path folder;
  private MiniCity city;

  @BeforeEach
  void grade() {
    city = new MiniCity(folder);
    grade(
        """
        ('EL-15', '152501', 2020, 46D), ('EL-15', '152501', 2021, 44D),
        ('EL-15', '152501', 2022, 41D), ('EL-15', '152501', 2023, 38D),
        ('EL-15', '152501', 2024, 34D), ('EL-15', '1', 2024, 99D),
        ('EL-15', '152501', 2025, 34D), ('EL-15', '152501', 2026, 34D),
        ('EL-10', '152501', 2020, 21D), ('EL-10', '152501', 2021, 22D),
        ('EL-10', '152501', 2022, 24D), ('EL-10', '152501', 2023, 25D),
        ('TJ21-A-04', '152501', 2024, 0.1D), ('EL-01', '152501', 2024, 1D)
        """);
  }

  private void grade(String values) {
    new CarryingTable(
            city.context(),
            SharedSpark.session()
                .sql(
                    "SELECT * FROM VALUES %s AS v(indicator_code, region_code, year, value)"
                        .formatted(values)))
        .write();
  }

  @Test
  void overloadIsGradedByDepletionOnceThreeTrendsAreLongEnough() {
    assertThat(row(2022)).containsExactly("orange", "overloaded", null, "EL-15", "TJ21-A-04", "");
    assertThat(row(2023))
        .containsExactly("orange", "overloaded", "easing", "EL-15", "TJ21-A-04", "EL-15,EL-10");
  }

  @Test
  void whereTheQuotaIsWantingTheStateIsOpen() {
    // 34 of 35: on the verge, and water could be too
    assertThat(row(2024)).containsExactly("info", null, "easing", "", "TJ21-A-04", "EL-15,EL-10");
  }

  @Test
  void theLimitIsTheOneOfTheYear() {
    assertThat(row(2025).get(3)).isEqualTo("");
    assertThat(row(2026).get(3)).isEqualTo("EL-15");
  }

  /**
   * The cap of 1.3472 is written to the fourth digit, as the target is judged. A series that means
   * something else since 2023 has no trend over that year.
   */
  @Test
  void aFactorIsJudgedAsItsTargetIsAndATrendDoesNotCrossABreak() {
    SortedMap<String, String> files = new TreeMap<>(SchemaFiles.packaged().contents());
    files.computeIfPresent(
        "codelists/warning_levels.yaml",
        (file, text) -> text.replace("indicator: TJ21-A-04", "indicator: EL-01"));
    files.computeIfPresent(
        "codelists/breaks.yaml",
        (file, text) ->
            text.replace("observations: [aqi]", "observations: [aqi]\n  indicators: [EL-15]")
                .replace("year: 2026", "year: 2023"));
    city = new MiniCity(folder, Schemas.load(new SchemaFiles(files)));
    grade(
        """
        ('EL-15', '152501', 2019, 22D), ('EL-15', '152501', 2020, 20D),
        ('EL-15', '152501', 2021, 18D),
        ('EL-15', '152501', 2022, 16D), ('EL-15', '152501', 2023, 14D),
        ('EL-01', '152501', 2022, 1.34724D), ('EL-01', '152501', 2023, 1.3473D)
        """);

    assertThat(row(2022)).containsExactly("blue", "critical", null, "", "", "EL-15");
    assertThat(row(2023)).containsExactly("orange", "overloaded", null, "EL-01", "", "");
  }

  private List<Object> row(int year) {
    var row =
        city.rows(
                "SELECT level, state, depletion, overloaded, missing, better"
                    + " FROM gold_carrying_capacity WHERE year = "
                    + year)
            .get(0);
    return scala.jdk.javaapi.CollectionConverters.asJava(row.toSeq());
  }
}
