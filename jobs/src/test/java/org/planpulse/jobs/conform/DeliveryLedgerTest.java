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
import org.planpulse.schemas.codelist.DeliveryRules;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryLedgerTest {

  private ConformFixture fixture;
  private JobResult result;

  @BeforeAll
  void twoYearsOfParcelsAndNothingElse(@TempDir Path folder) {
    fixture = new ConformFixture(folder);
    fixture.file("DLTB_2020.shp", "A-01", 2020, "2021-03-01");
    fixture.file("DLTB_2022.shp", "A-01", 2022, "2023-03-01");
    quarantined("DLTB_2022.shp", "CODE_UNKNOWN");
    fixture.file("DEM.tif", "D01-03", null, "2021-03-01");
    fixture.file("water", "D04-04", 2021, "2022-03-01");
    quarantined("water", "ITEM_UNKNOWN");
    fixture.file("DLTB_2026.shp", "A-01", 2026, "2026-09-01");
    fixture.file("DLTB_2020b.shp", "A-01", 2020, "2021-05-01");
    result = fixture.run(new DeliveryLedger());
  }

  @Test
  void owesAYearlyDatasetFromTheBaseYearToTheLatestYearOfAnyFile() {
    assertThat(states("A-01"))
        .startsWith("2020 accepted", "2021 overdue", "2022 returned", "2023 overdue")
        .endsWith("2025 missing", "2026 accepted");
  }

  @Test
  void callsADeliveryWholeWhenOnlyRowsNobodyNeedsWereLeftOut() {
    assertThat(states("D04-04")).startsWith("2020 overdue", "2021 accepted", "2022 overdue");
  }

  @Test
  void owesADatasetOfOneDeliveryOnce() {
    assertThat(states("D01-03")).containsExactly("once accepted");
  }

  @Test
  void countsDeliveriesOfAPeriodAndSaysWhenItWasDue() {
    Row first = rows("A-01").get(0);
    assertThat(first.<Integer>getAs("version")).isEqualTo(2);
    assertThat(first.<Date>getAs("received_on")).isEqualTo(Date.valueOf("2021-05-01"));
    assertThat(first.<Date>getAs("due_on")).isEqualTo(Date.valueOf("2021-10-31"));
    assertThat(rows("D01-03").get(0).<Date>getAs("due_on")).isNull();
  }

  @Test
  void aPeriodIsOverdueOnlyAfterItsDueDay() {
    assertThat(states("D04-04")).endsWith("2024 overdue", "2025 missing", "2026 missing");
  }

  @Test
  void countsPeriodsOfWhatHasComeAndDatasetsThatNeverCame() {
    assertThat(result.counts())
        .containsEntry("datasets_delivered", 3L)
        .containsEntry("periods_accepted", 4L)
        .containsEntry("periods_returned", 1L)
        .containsEntry("periods_overdue", 3L + 4L)
        .containsEntry("periods_not_due", 1L + 2L);
  }

  @Test
  void scoresSoundRowsLessIssues() {
    DeliveryScore score =
        new DeliveryScore(new DeliveryRules(10, Map.of("error", 5, "warning", 1)));
    assertThat(score.of(0, 0, Map.of())).isEqualTo(100);
    assertThat(score.of(1000, 26, Map.of("error", 1L, "warning", 3L, "info", 40L)))
        .isEqualTo(97 - 5 - 3);
    assertThat(score.of(10, 9, Map.of("error", 9L))).isZero();
    assertThat(rows("A-01").get(0).<Integer>getAs("quality")).isEqualTo(100);
  }

  private List<Row> rows(String dataset) {
    return fixture.rows("ops.delivery", "dataset", "period").stream()
        .filter(row -> row.<String>getAs("dataset").equals(dataset))
        .toList();
  }

  private List<String> states(String dataset) {
    return rows(dataset).stream()
        .map(row -> row.<String>getAs("period") + " " + row.<String>getAs("state"))
        .toList();
  }

  private void quarantined(String file, String code) {
    String dataset = file.startsWith("DLTB") ? "A-01" : "D04-04";
    fixture.add(
        "ops.quarantine",
        Map.of("stage", "s", "dataset", dataset, "source_id", file + "!L!1", "file", file),
        Map.of("code", code));
  }
}
