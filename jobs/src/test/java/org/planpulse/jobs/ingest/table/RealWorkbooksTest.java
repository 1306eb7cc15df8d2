package org.planpulse.jobs.ingest.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.ingest.TestSources;
import org.planpulse.jobs.ingest.landing.Delivery;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Findings;
import org.planpulse.jobs.ingest.landing.LandingZone;
import org.planpulse.schemas.contract.Form;

/** Workbooks other people had trouble with. */
class RealWorkbooksTest {

  private final Path folder = TestSources.realData("excel-torture-a");

  @TempDir Path unpacked;

  @Test
  void everyWorkbookGivesCellsOrAReadableFault() throws Exception {
    Map<String, String> faults = new TreeMap<>();
    for (Delivery delivery : LandingZone.scan(folder, unpacked, LocalDate.EPOCH).deliveries()) {
      if (delivery.name().contains(".xls")) {
        try {
          assertThat(read(delivery)).as(delivery.name()).isNotEmpty();
        } catch (FileFault e) {
          faults.put(delivery.name(), e.code());
        }
      }
    }
    assertThat(faults)
        .containsEntry("protected_passtika.xlsx", "FILE_ENCRYPTED")
        .doesNotContainValue("FILE_DAMAGED");
  }

  @Test
  void theTwoSidesOfABalanceSheetKeepTheirLabels() throws Exception {
    Delivery sheet =
        LandingZone.scan(folder, unpacked, LocalDate.EPOCH).deliveries().stream()
            .filter(delivery -> delivery.name().equals("61287.xls"))
            .findFirst()
            .orElseThrow();

    List<TableCell> cells = read(sheet);

    assertThat(cells)
        .filteredOn(cell -> cell.cell().equals("D8"))
        .extracting(
            TableCell::rowPath, TableCell::columnPath, TableCell::number, TableCell::tableUnit)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("货币资金", "期末数", 5241690.50, "元"));
    assertThat(cells)
        .filteredOn(cell -> cell.cell().equals("H11"))
        .extracting(TableCell::rowPath, TableCell::number)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("应付账款", 43020385.33));
  }

  private static List<TableCell> read(Delivery delivery) throws IOException, FileFault {
    Findings findings =
        new Findings(
            TestSources.issues(),
            delivery,
            TestSources.contract("T-1", Form.STATISTICAL_TABLE, ".*", null, null));
    return new StatisticalTableReader(Set.of("元")::contains)
        .read(delivery.path(), Optional.empty(), findings);
  }
}
