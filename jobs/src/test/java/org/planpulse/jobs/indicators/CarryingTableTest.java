package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.spatial.MiniCity;

/** Fine particles against 35 µg/m3; the quota of water has not been issued. */
class CarryingTableTest {

  @TempDir Path folder;
  private MiniCity city;

  @BeforeEach
  void grade() {
    city = new MiniCity(folder);
    new CarryingTable(
            city.context(),
            SharedSpark.session()
                .sql(
                    """
                    SELECT * FROM VALUES
                      ('EL-15', '152501', 2020, 46D), ('EL-15', '152501', 2021, 44D),
                      ('EL-15', '152501', 2022, 41D), ('EL-15', '152501', 2023, 38D),
                      ('EL-15', '152501', 2024, 34D), ('EL-15', '1', 2024, 99D),
                      ('EL-10', '152501', 2020, 21D), ('EL-10', '152501', 2021, 22D),
                      ('EL-10', '152501', 2022, 24D), ('EL-10', '152501', 2023, 25D),
                      ('TJ21-A-04', '152501', 2024, 0.1D), ('EL-01', '152501', 2024, 1D)
                      AS v(indicator_code, region_code, year, value)
                    """))
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
