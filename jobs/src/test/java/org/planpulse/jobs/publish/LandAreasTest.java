package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.LandGroup;

class LandAreasTest {
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());

  private final LandAreas areas =
      new LandAreas(
          List.of(
              row(2024, "0101", "", "0.10"),
              row(2025, "0101", "", "0.10"),
              row(2025, "0103", "", "0.20"),
              row(2025, "0701", "201", "7.00"),
              row(2025, "0701", "203", "1.00")));

  @Test
  void sumsAreExactToTheHundredth() {
    assertThat(areas.in(2025).of(group("GD"))).isEqualByComparingTo("0.3");
    assertThat(areas.in(2025).total()).isEqualByComparingTo("8.3");
    assertThat(areas.in(2025).byLevel1(SCHEMAS.landClasses()))
        .containsEntry("01", new BigDecimal("0.30"))
        .doesNotContainKey("04");
  }

  @Test
  void aGroupMayAskForTheSettlementTheLandBelongsTo() {
    LandGroup city =
        new LandGroup("CITY", group("JSYD").name(), group("JSYD").classes(), List.of("201"));
    assertThat(areas.of(group("JSYD"))).isEqualByComparingTo("8");
    assertThat(areas.of(city)).isEqualByComparingTo("7");
  }

  @Test
  void aClassWithoutLandOfAYearHasZero() {
    assertThat(areas.stock(SCHEMAS, Language.EN).years()).containsExactly(2024, 2025);
    assertThat(areas.stock(SCHEMAS, Language.EN).rows())
        .hasSameSizeAs(SCHEMAS.landLevel1().values())
        .contains(new StockRow(SCHEMAS.landLevel1().get("01").name().en(), List.of(0.1, 0.3)))
        .contains(new StockRow(SCHEMAS.landLevel1().get("07").name().en(), List.of(0.0, 8.0)));
  }

  private static LandGroup group(String id) {
    return SCHEMAS.landGroups().get(id);
  }

  private static GoldRow row(int year, String dlbm, String czcsxm, String m2) {
    return new GoldRow(
        Map.of("year", year, "dlbm", dlbm, "czcsxm", czcsxm, "area_m2", new BigDecimal(m2)));
  }
}
