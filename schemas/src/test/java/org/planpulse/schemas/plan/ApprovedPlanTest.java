package org.planpulse.schemas.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.schemas.PackagedSchemas;
import org.planpulse.schemas.codelist.Unit;

/** The targets of approval 内政字〔2024〕62号. */
class ApprovedPlanTest {

  private static final Plan PLAN = PackagedSchemas.LOADED.plans().get("erenhot-2021-2035");

  @ParameterizedTest
  @CsvSource({
    "T-01, TJ21-A-11, FLOOR, 0.1191, 万亩, 0.0001, 794000",
    "T-03, TJ21-A-13, FLOOR, 0.1061, 万km2, 0.0001, 1061000000",
    "T-04, EL-01, CAP_RATIO, 1.3472, times, 0.0001, 1.3472",
    "T-06, SJ20-08, FLOOR, 400.00, 万亩, 0.01, 2666666666.6666665",
  })
  void targetsStandAsApproved(
      String id,
      String indicator,
      Plan.Rule rule,
      double value,
      String unit,
      double precision,
      double si) {
    Plan.Target target = target(id);
    assertThat(target.indicator()).isEqualTo(indicator);
    assertThat(target.rule()).isEqualTo(rule);
    assertThat(PLAN.valueOf(target)).contains(value);
    assertThat(target.unit()).isEqualTo(unit);
    assertThat(target.precision()).isEqualTo(precision);
    assertThat(target.binding()).isTrue();
    Unit written = PackagedSchemas.LOADED.units().get(unit);
    assertThat(written.toSi(target.value())).isEqualTo(si);
  }

  @Test
  void theWaterCapHasNoValueUntilItIsIssued() {
    Plan.Target water = target("T-05");
    assertThat(water.rule()).isEqualTo(Plan.Rule.CEILING);
    assertThat(water.parameter()).isEqualTo("water_cap_2035");
    assertThat(PLAN.valueOf(water)).isEmpty();
  }

  @Test
  void clausesQuoteTheApproval() {
    assertThat(target("T-01").clause().zh()).isEqualTo("到2035年，二连浩特市耕地保有量不低于0.1191万亩");
    assertThat(target("T-04").clause().zh()).isEqualTo("城镇开发边界扩展倍数控制在基于2020年城镇建设用地规模的1.3472倍以内");
    assertThat(PLAN.approval().date()).isEqualTo("2024-03-25");
    assertThat(PLAN.baseYear()).isEqualTo(2020);
    assertThat(PLAN.city().code()).isEqualTo("152501");
  }

  private static Plan.Target target(String id) {
    return PLAN.targets().stream()
        .filter(target -> target.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
