package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.schemas.Language;

/** Two yearbooks that overlap in 2022: the population agrees, the GDP was revised. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformStatisticsTest {

  private ConformFixture fixture;
  private JobResult result;

  @BeforeAll
  void conformTwoBooks(@TempDir Path folder) {
    fixture = new ConformFixture(folder);
    fixture.file("old.xls", "D10-01", null, "2023-11-20");
    fixture.file("new.xlsx", "D10-01", null, "2026-09-18");
    cell("old.xls", "B9", "2022", "常住人口", "人", 70600.0);
    cell("old.xls", "C9", "2022", "地区生产总值", "万元", 712300.0);
    cell("new.xlsx", "D3", "常住人口", "2022", "万人", 7.06);
    cell("new.xlsx", "D4", "地区生产总值", "2022", "亿元", 73.76);
    cell("new.xlsx", "E4", "地区生产总值", "2023", "亿元", 75.3);
    cell("new.xlsx", "E5", "不变价增长速度", "2023", "%", 5.2);
    cell("new.xlsx", "E6", "地区生产总值", "2024", "箩筐", 75.3);
    fixture.file("bulletin", "D04-04", 2024, "2025-06-01");
    water("B2", "总供水量", 900.0);
    water("B3", "地表水源供水量", 100.0);
    water("B4", "地下水源供水量", 700.0);
    water("B5", "其他水源供水量", 90.0);
    water("B6", "总用水量", 901.0);
    result = fixture.run(new ConformStatistics());
  }

  private void water(String address, String item, double number) {
    fixture.cell(
        "D04-04",
        "bulletin",
        address,
        Map.of(
            "row_path",
            "2024",
            "column_path",
            item,
            "table_unit",
            "万立方米",
            "raw",
            String.valueOf(number),
            "number",
            number));
  }

  @Test
  void tellsASumThatDoesNotAddUpAndKeepsSilentAboutRounding() {
    assertThat(fixture.issueCodes()).containsOnlyOnce("RULE_BROKEN_ERROR");
    assertThat(fixture.issue("RULE_BROKEN_ERROR").message(Language.ZH))
        .contains("总供水量 = 地表水源供水量 + 地下水源供水量 + 其他水源供水量")
        .contains("2024 年")
        .contains("10 万m3");
    assertThat(fixture.issueCodes())
        .as("supply 900 and use 901 may both be roundings of 900.5")
        .doesNotContain("RULE_BROKEN_WARNING");
  }

  @Test
  void keepsBothFiguresOfARevisionWithTheDaysTheyWereKnown() {
    List<Row> gdp = figures("gdp", 2022);

    assertThat(gdp)
        .extracting(row -> row.<Double>getAs("si_value"))
        .containsExactly(7.123e9, 7.376e9);
    assertThat(gdp)
        .extracting(row -> row.<Date>getAs("known_to"))
        .containsExactly(Date.valueOf("2026-09-18"), null);
    assertThat(gdp)
        .extracting(row -> row.<String>getAs("value_status"))
        .containsExactly("OK", "REVISED");
  }

  @Test
  void keepsTheSourceThatSaidItFirst() {
    List<Row> population = figures("population_resident", 2022);

    assertThat(population).hasSize(1);
    assertThat(population.get(0).<String>getAs("source_id")).isEqualTo("old.xls!S!B9");
    assertThat(population.get(0).<Double>getAs("si_value")).isEqualTo(70600);
    assertThat(population.get(0).<String>getAs("si_unit")).isEqualTo("person");
  }

  @Test
  void losesNoCell() {
    assertThat(result.counts())
        .containsEntry("cells", 12L)
        .containsEntry("cells_loaded", 10L)
        .containsEntry("cells_quarantined", 2L)
        .containsEntry("statistics", 9L);
    assertThat(fixture.issues().quarantined())
        .extracting(row -> row.sourceId())
        .containsExactly("new.xlsx!S!E5", "new.xlsx!S!E6");
  }

  @Test
  void tellsAnItemNobodyKnowsAsInformationAndAnUnknownUnitAsAnError() {
    assertThat(fixture.issue("ITEM_UNKNOWN").kind().severity()).isEqualTo("info");
    assertThat(fixture.issue("UNIT_UNKNOWN").kind().severity()).isEqualTo("error");
    assertThat(fixture.issueCodes()).hasSize(3);
  }

  private List<Row> figures(String item, int year) {
    return fixture.rows("silver.statistic", "item_code", "year", "known_from").stream()
        .filter(row -> row.<String>getAs("item_code").equals(item))
        .filter(row -> row.<Integer>getAs("year") == year)
        .toList();
  }

  private void cell(
      String file, String address, String row, String column, String unit, double number) {
    fixture.cell(
        "D10-01",
        file,
        address,
        Map.of(
            "row_path", row,
            "column_path", column,
            "table_unit", unit,
            "raw", Double.toString(number),
            "number", number,
            "note", "new.xlsx".equals(file) ? "2022年数据为经济普查修订数" : ""));
  }
}
