package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.Dimension.IndicatorRow;
import org.planpulse.reports.model.Unit;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

class UnitLeafletTest {
  private static final int YEAR = 2025;
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Plan PLAN = SCHEMAS.plans().values().iterator().next();
  private static final String FARMLAND_STOCK = "TJ21-A-11";

  private final UnitList units = new UnitList(PLAN.city().code(), YEAR, this::rows);
  private final UnitLeaflet leaflet =
      new UnitLeaflet(SCHEMAS, PLAN, YEAR, new Sentences(SCHEMAS.sentences(), Language.EN));

  private List<GoldRow> rows(String sql) {
    if (sql.contains("silver.admin_unit")) {
      return List.of(row("region_code", "A", "name", "East"), row("region_code", "B", "name", ""));
    } else if (sql.contains("gold.indicator_value")) {
      return List.of(value(2024, 0.5), value(YEAR, 0.4));
    } else if (sql.contains("gold.land_area")) {
      return List.of(land(2024, "0103", 20_000), land(YEAR, "0103", 12_345), land(YEAR, "0401", 5));
    }
    return List.of();
  }

  @Test
  void aUnitHasTheIndicatorsThatAreComputedForUnitsAndNoTargetOfTheCity() {
    Unit east = unit(0);

    assertThat(indicators(east))
        .extracting(IndicatorRow::code)
        .containsExactlyInAnyOrderElementsOf(
            SCHEMAS.indicators().stream()
                .filter(Indicator::computedForUnits)
                .map(Indicator::code)
                .toList());
    assertThat(PLAN.targetOf(FARMLAND_STOCK)).isPresent();
    assertThat(indicators(east))
        .filteredOn(row -> row.code().equals(FARMLAND_STOCK))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.previous()).isEqualTo(0.5);
              assertThat(row.current()).isEqualTo(0.4);
              assertThat(row.target()).isNull();
              assertThat(row.targetText()).isEmpty();
            });
  }

  @Test
  void landIsListedByClassAndYearWithZeroWhereAClassIsNew() {
    Unit east = unit(0);

    assertThat(east.land().years()).containsExactly(2024, YEAR);
    assertThat(east.land().rows()).hasSize(2);
    assertThat(east.land().rows().get(0).areasM2()).containsExactly(20_000.0, 12_345.0);
    assertThat(east.land().rows().get(1).areasM2()).containsExactly(0.0, 5.0);
    assertThat(east.summary()).contains("East (A)", "1.24 ha of land in 2025", "1.23 ha farmland");
  }

  @Test
  void aSentenceMayNameAnyLandGroup() {
    Map<String, LocalText> texts = new HashMap<>(SCHEMAS.sentences());
    texts.put("unit.land", new LocalText("", "{LD_SD} {GD.share} {GD.km2} {total.km2}"));
    UnitList.Entry east = units.entries().get(0);
    LandAreas million =
        new LandAreas(List.of(land(YEAR, "0103", 750_000), land(YEAR, "0401", 250_000)));
    assertThat(
            new UnitLeaflet(SCHEMAS, PLAN, YEAR, new Sentences(texts, Language.EN))
                .compose(east, units.figures(east), million)
                .summary())
        .contains("East (A): 0.00 75.0 0.75 1.00 ");
  }

  @Test
  void whatIsMissingIsSaidWithItsReason() {
    assertThat(unit(0).missing())
        .noneMatch(sentence -> sentence.contains(FARMLAND_STOCK))
        .anyMatch(sentence -> sentence.contains("no data for the year"));
    assertThat(unit(1).missing()).anyMatch(sentence -> sentence.contains(FARMLAND_STOCK));
    assertThat(unit(1).summary()).contains("No land parcels of 2025");
    assertThat(unit(1).land().years()).isEmpty();
  }

  /** What nobody can compute is not in the city's report either. */
  @Test
  void onlyWhatIsComputedForTheCityIsSaidToBeInItsReport() {
    long computed =
        SCHEMAS.indicators().stream()
            .filter(indicator -> indicator.computed() && !indicator.computedForUnits())
            .count();
    assertThat(SCHEMAS.indicators()).anyMatch(indicator -> !indicator.computed());
    assertThat(unit(0).cityOnly()).startsWith("Another " + computed + " indicators");
  }

  private Unit unit(int index) {
    UnitList.Entry entry = units.entries().get(index);
    return leaflet.compose(entry, units.figures(entry), units.land(entry));
  }

  private static List<IndicatorRow> indicators(Unit unit) {
    return unit.dimensions().stream()
        .flatMap(dimension -> dimension.indicators().stream())
        .toList();
  }

  private static GoldRow value(int year, double value) {
    return row(
        "region_code",
        "A",
        "indicator_code",
        FARMLAND_STOCK,
        "year",
        year,
        "value",
        value,
        "level",
        "info");
  }

  private static GoldRow land(int year, String dlbm, double m2) {
    return row("region_code", "A", "year", year, "dlbm", dlbm, "area_m2", m2);
  }

  private static GoldRow row(Object... pairs) {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return new GoldRow(values);
  }
}
