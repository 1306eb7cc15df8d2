package org.planpulse.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.model.ControlLines.ViolationRow;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LineRule;

/** Villages of 2020 and of 2023, of which A was renamed, B went and C came; a city without year. */
class AdminUnitsTest {

  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Sentences SENTENCES = new Sentences(SCHEMAS.sentences(), Language.EN);
  private static final LineRule RULE = SCHEMAS.lineRules().get("LR-01");
  private static final Tuple CITY = tuple("152501", "City");

  private DuckGold gold;

  @BeforeEach
  void write() throws SQLException {
    gold =
        new DuckGold(
            """
            CREATE SCHEMA gold; CREATE SCHEMA silver;
            CREATE TABLE silver.admin_unit AS
            SELECT *, NULL::BLOB AS geometry FROM (VALUES
              ('152501', 'City', 'city', NULL, 'D01-04a'),
              ('A', 'Old', 'village', 2020, 'D01-04b'),
              ('B', 'Gone', 'village', 2020, 'D01-04b'),
              ('A', 'New', 'village', 2023, 'D01-04b'),
              ('C', 'Born', 'village', 2023, 'D01-04b')
            ) AS v(region_code, name, level, year, dataset);
            CREATE TABLE gold.line_rule_ledger AS SELECT '%1$s' AS rule_id, 2025 AS year;
            CREATE TABLE gold.line_violation AS
            SELECT '%1$s' AS rule_id, 2025 AS year, 'A' AS region_code, 100.5 AS area_m2,
                   NULL::DOUBLE AS length_m, ['p1', 'p2'] AS parcel_ids, 'zone' AS zone_layer,
                   'z' AS zone_id, 'new' AS state;
            CREATE TABLE gold.indicator_value AS
            SELECT '' AS region_code, '' AS indicator_code, 2025 AS year, 0 AS value, '' AS level,
                   '' AS reason, NULL AS known_to;
            CREATE TABLE gold.indicator_trend AS
            SELECT '' AS region_code, '' AS indicator_code, 2025 AS to_year;
            CREATE SCHEMA IF NOT EXISTS bronze;
            CREATE TABLE bronze.source_file AS SELECT 'k' AS source_key, 'D01' AS department;
            CREATE TABLE gold.indicator_input AS
              SELECT '' AS region_code, '' AS indicator_code, 0 AS year, ['k!s'] AS source_ids,
                     CAST(NULL AS DATE) AS known_to WHERE false;
            CREATE TABLE gold.land_area AS
            SELECT '' AS region_code, 2025 AS year, '' AS dlbm, '' AS czcsxm, 0 AS area_m2
            """
                .formatted(RULE.id()));
  }

  @AfterEach
  void close() throws SQLException {
    gold.close();
  }

  @Test
  void areThoseOfTheLatestLayerNotAfterTheYear() {
    assertThat(units(2025)).containsExactly(CITY, tuple("A", "New"), tuple("C", "Born"));
    assertThat(units(2023)).isEqualTo(units(2025));
    assertThat(units(2022)).containsExactly(CITY, tuple("A", "Old"), tuple("B", "Gone"));
  }

  @Test
  void areThoseOfTheFirstLayerInAYearBeforeIt() {
    assertThat(units(2015)).isEqualTo(units(2020));
  }

  @Test
  void haveOneLeafletEach() {
    assertThat(new UnitList("152501", 2025, gold).entries())
        .containsExactly(new UnitList.Entry("A", "New"), new UnitList.Entry("C", "Born"));
  }

  @Test
  void doNotDoubleTheAreasOfFindings() {
    assertThat(new RuleFindings(SCHEMAS, 2025, SENTENCES, gold).onLand())
        .extracting(ViolationRow::parcels, ViolationRow::areaM2, ViolationRow::places)
        .containsExactly(tuple(2, 100.5, "New"));
  }

  private List<Tuple> units(int year) {
    return gold.rows("SELECT * FROM " + AdminUnits.in(year) + " ORDER BY region_code").stream()
        .map(row -> tuple(row.text("region_code"), row.text("name")))
        .toList();
  }
}
