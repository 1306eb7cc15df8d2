package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.schemas.codelist.WarningRules;

class TrendFunctionTest {

  private static final String INDICES =
      "array(struct(2021, 110D), struct(2022, 99D), struct(2023, 104D), struct(2024, 103D))";

  @BeforeAll
  static void register() {
    TrendFunction.register(
        SharedSpark.session(), new WarningRules.Faults(4, 6, 0.2, List.of(10_000.0), 1.25));
  }

  @Test
  void fallingFloorIsToldWithItsYearOfBreach() {
    Row trend =
        trend(
            "array(struct(2020, 1226D), struct(2021, 1218D), struct(2022, 1210D),"
                + " struct(2023, 1202D), struct(2024, 1194D))",
            INDICES,
            "struct(1190.5D, true, true)");
    assertThat(number(trend, "slope_per_year")).isEqualTo(-8);
    assertThat(number(trend, "projected_value")).isEqualTo(1194 - 11 * 8);
    assertThat(number(trend, "probability_met")).isZero();
    assertThat(trend.<Integer>getAs("breach_year")).isEqualTo(2025);
    assertThat(number(trend, "growth_per_year"))
        .isEqualTo(Math.pow(1194 / 1226.0, 0.25) - 1, within(1e-12));
    assertThat(number(trend, "real_growth_per_year"))
        .isEqualTo(Math.pow(1.10 * 0.99 * 1.04 * 1.03, 0.25) - 1, within(1e-12));
    assertThat(trend.<String>getAs("reason")).isNull();
    assertThat(trend.<String>getAs("fault")).isNull();
  }

  @Test
  void targetToBeReachedHasNoYearOfBreach() {
    Row trend =
        trend(
            "array(struct(2020, 50D), struct(2021, 49D), struct(2022, 48D), struct(2023, 47D),"
                + " struct(2024, 46D))",
            "NULL",
            "struct(40D, true, false)");
    assertThat(trend.<Integer>getAs("breach_year")).isNull();
    assertThat(number(trend, "probability_met")).isZero();
  }

  @Test
  void shortSeriesSaysWhatItLacks() {
    Row four =
        trend(
            "array(struct(2020, 1D), struct(2021, 2D), struct(2022, 3D), struct(2023, 4D))",
            INDICES,
            "NULL");
    assertThat(four.<String>getAs("reason")).isEqualTo("too_few_for_interval");
    assertThat(number(four, "slope_per_year")).isEqualTo(1);
    assertThat(four.<Double>getAs("slope_low")).isNull();
    assertThat(four.<Integer>getAs("projected_year")).isNull();
    Row three =
        trend("array(struct(2020, 7D), struct(2021, 8D), struct(2022, 80000D))", "NULL", "NULL");
    assertThat(three.<String>getAs("reason")).isEqualTo("too_few_points");
    assertThat(three.<String>getAs("fault")).isEqualTo("unit_slip");
  }

  private static double number(Row trend, String column) {
    return trend.<Double>getAs(column);
  }

  private static Row trend(String points, String indices, String goal) {
    String nothing = "CAST(NULL AS ARRAY<STRUCT<year: INT, value: DOUBLE>>)";
    String noGoal = "CAST(NULL AS STRUCT<threshold: DOUBLE, at_least: BOOLEAN, is_limit: BOOLEAN>)";
    return SharedSpark.session()
        .sql(
            "SELECT trend.* FROM (SELECT pp_trend(%s, %s, 2035, %s) AS trend)"
                .formatted(
                    points,
                    indices.equals("NULL") ? nothing : indices,
                    goal.equals("NULL") ? noGoal : goal))
        .head();
  }
}
