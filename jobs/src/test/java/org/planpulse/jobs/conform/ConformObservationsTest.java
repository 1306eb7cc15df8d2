package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformObservationsTest {

  private static final String CORRECTION =
      """
      - dataset: D17-02
        file: day
        place: "S!3"
        field: 降水量
        old: "0"
        new: "12"
        owner: Wang
        reason: read from the log
        reviewed: 2026-10-09
        expires: 2027-06-30
      """;

  private ConformFixture fixture;
  private JobResult result;

  @BeforeAll
  void conformTwoDeliveriesOfAStationAndPlots(@TempDir Path folder) throws IOException {
    fixture = new ConformFixture(folder);
    fixture.unit("152501200201", "嘎查一");
    fixture.file("day", "D17-02", 2023, "2024-01-10");
    fixture.file("corrected", "D17-02", 2023, "2024-05-01");
    station("day", 2, "20230101", "-178", "32700");
    station("day", 3, "2023-01-02", "32766", "0");
    station("day", 4, "明天", "-170", "0");
    station("day", 5, "20230103", "约零", "5");
    station("day", 6, "20230101", "-100", "5");
    station("corrected", 2, "20230101", "-180", "32700");
    fixture.file("plots", "D01-13", 2024, "2024-10-01");
    plot(2, "152501200201", "45488");
    plot(3, "152501999999", "2024-07-15");
    Files.createDirectories(folder.resolve("corrections"));
    Files.writeString(folder.resolve("corrections/c.yaml"), CORRECTION);
    fixture.run(new CorrectionJob());
    result = fixture.run(new ConformObservations());
  }

  @Test
  void convertsTenthsToTheirSiUnit() {
    Row row = values("air_temperature", "2023-01-01").get(0);

    assertThat(row.<Double>getAs("value")).isEqualTo(-178);
    assertThat(row.<String>getAs("unit")).isEqualTo("0.1degC");
    assertThat(row.<Double>getAs("si_value")).isEqualTo(-17.8);
    assertThat(row.<String>getAs("region_code")).isEqualTo("152501");
  }

  @Test
  void keepsWhatWasKnownBeforeACorrection() {
    assertThat(values("air_temperature", "2023-01-01"))
        .extracting(row -> row.<Date>getAs("known_to"))
        .containsExactly(Date.valueOf("2024-05-01"), null);
    assertThat(values("precipitation", "2023-01-01")).hasSize(1);
  }

  @Test
  void keepsWhatWasReadBeforeTheReviewOfACorrection() {
    assertThat(values("precipitation", "2023-01-02"))
        .extracting(
            row ->
                row.getAs("si_value") + " " + row.getAs("known_from") + " " + row.getAs("known_to"))
        .containsExactly("0.0 2024-01-10 2026-10-09", "1.2 2026-10-09 null");
    assertThat(values("air_temperature", "2023-01-02")).hasSize(1);
  }

  @Test
  void readsCodesOfTheStationSystemAsStatus() {
    assertThat(values("precipitation", "2023-01-01").get(0).<String>getAs("value_status"))
        .isEqualTo("SMALL");
    Row missing = values("air_temperature", "2023-01-02").get(0);
    assertThat(missing.<String>getAs("value_status")).isEqualTo("MISSING");
    assertThat(missing.isNullAt(missing.fieldIndex("si_value"))).isTrue();
  }

  @Test
  void leavesOutAValueItCannotReadAndKeepsTheOthersOfTheLine() {
    assertThat(values("air_temperature", "2023-01-03").get(0).<String>getAs("value_status"))
        .isEqualTo("MISSING");
    assertThat(values("precipitation", "2023-01-03").get(0).<Double>getAs("si_value"))
        .isEqualTo(0.5);
    assertThat(fixture.issue("FIELD_UNREADABLE").values()).containsEntry("value", "约零");
  }

  @Test
  void readsADayThatASpreadsheetCounted() {
    Row plot = values("vegetation_cover", "2024-07-15").get(0);

    assertThat(plot.<String>getAs("region_code")).isEqualTo("152501200201");
    assertThat(plot.<Double>getAs("longitude")).isEqualTo(111.9);
    assertThat(plot.<Double>getAs("si_value")).isEqualTo(0.35);
  }

  @Test
  void losesNoLine() {
    assertThat(result.counts())
        .containsEntry("rows", 8L)
        .containsEntry("rows_loaded", 5L)
        .containsEntry("rows_quarantined", 3L);
    assertThat(fixture.issues().quarantined())
        .extracting(row -> row.sourceId())
        .containsExactlyInAnyOrder("day!S!4", "day!S!6", "plots!S!3");
    assertThat(fixture.issueCodes()).contains("DATE_UNREADABLE", "DUPLICATE_ID", "REGION_UNKNOWN");
  }

  private List<Row> values(String item, String day) {
    return fixture.rows("silver.observation", "item_code", "observed_on", "known_from").stream()
        .filter(row -> row.<String>getAs("item_code").equals(item))
        .filter(row -> row.<Date>getAs("observed_on").equals(Date.valueOf(day)))
        .toList();
  }

  private void station(String file, int line, String day, String temperature, String rain) {
    fixture.record(
        "D17-02", file, line, Map.of("区站号", "53068", "日期", day, "平均气温", temperature, "降水量", rain));
  }

  private void plot(int line, String region, String day) {
    fixture.record(
        "D01-13",
        "plots",
        line,
        Map.of(
            "样地编号", "P" + line,
            "嘎查代码", region,
            "经度", "111.9",
            "纬度", "43.6",
            "监测日期", day,
            "植被盖度(%)", "35",
            "鲜草产量(公斤/公顷)", "900"));
  }
}
