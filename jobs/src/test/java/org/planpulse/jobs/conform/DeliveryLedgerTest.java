package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryLedgerTest {

  private ConformFixture fixture;

  @BeforeAll
  void twoYearsOfParcelsAndNothingElse(@TempDir Path folder) {
    fixture = new ConformFixture(folder);
    fixture.file("DLTB_2020.shp", "A-01", 2020, "2021-03-01");
    fixture.file("DLTB_2022.shp", "A-01", 2022, "2023-03-01");
    quarantined("DLTB_2022.shp", "CODE_UNKNOWN");
    fixture.file("DEM.tif", "D01-03", null, "2021-03-01");
    fixture.file("water", "D04-04", 2021, "2022-03-01");
    quarantined("water", "ITEM_UNKNOWN");
    fixture.run(new DeliveryLedger());
  }

  @Test
  void owesAYearlyDatasetFromTheBaseYearToTheLatestYearOfAnyFile() {
    assertThat(states("A-01")).containsExactly("2020 received", "2021 missing", "2022 partial");
  }

  @Test
  void callsADeliveryWholeWhenOnlyRowsNobodyNeedsWereLeftOut() {
    assertThat(states("D04-04")).containsExactly("2020 missing", "2021 received", "2022 missing");
  }

  @Test
  void owesADatasetOfOneDeliveryOnce() {
    assertThat(states("D01-03")).containsExactly("once received");
  }

  private List<String> states(String dataset) {
    return fixture.rows("ops.delivery", "dataset", "period").stream()
        .filter(row -> row.<String>getAs("dataset").equals(dataset))
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
