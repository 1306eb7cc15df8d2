package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.spatial.LandAreaJob;
import org.planpulse.jobs.workspace.Settings.Areas;
import org.planpulse.jobs.workspace.Settings.Areas.Adjust;
import org.planpulse.schemas.Language;

/**
 * Units of a few squares, with control areas some hundredths of a square metre beside their sums.
 */
class AreaAdjustmentTest {

  private static final String THREE = "152501200201";
  private static final String EQUAL = "152501200202";
  private static final String WRONG = "152501200203";
  private static final String WITHOUT = "152501200204";
  private static final String MEETS = "152501200205";

  @TempDir static Path folder;
  private static Map<String, Row> measured;
  private static ConformFixture fixture;
  private static List<Issue> issues;

  @BeforeAll
  static void adjust() {
    ConformFixture off = new ConformFixture(folder.resolve("off"));
    deliver(off);
    List.of(THREE, EQUAL, WRONG, WITHOUT, MEETS).forEach(unit -> off.unit(unit, "嘎查"));
    off.run(new ConformParcels());
    measured = parcels(off);

    fixture =
        new ConformFixture(
            folder.resolve("control"), new Areas(Adjust.CONTROL, new BigDecimal("100")));
    deliver(fixture);
    fixture.file("units", "D01-04b", null, "2026-09-01");
    fixture.unit(THREE, "嘎查一", sum("1", "2", "3").add(new BigDecimal("0.08")));
    fixture.unit(EQUAL, "嘎查二", sum("4", "5").subtract(new BigDecimal("0.01")));
    fixture.unit(WRONG, "嘎查三", sum("6").add(BigDecimal.ONE));
    fixture.unit(WITHOUT, "嘎查四");
    fixture.unit(MEETS, "嘎查五", sum("8"));
    fixture.run(new ConformParcels());
    issues = fixture.issues().issues();
  }

  private static void deliver(ConformFixture to) {
    to.file("DLTB_2025.shp", "A-01", 2025, "2026-09-01");
    parcel(to, 1, THREE, 0, 10, "KCDLBM", "1203", "KCXS", "0.1250");
    parcel(to, 2, THREE, 20, 30);
    parcel(to, 3, THREE, 60, 20);
    parcel(to, 5, EQUAL, 100, 10);
    parcel(to, 4, EQUAL, 100, 10);
    parcel(to, 6, WRONG, 140, 10);
    parcel(to, 7, WITHOUT, 160, 10);
    parcel(to, 8, MEETS, 180, 10);
  }

  /** 8 hundredths over 3 parcels: 2 each, and 1 more for the two largest. */
  @Test
  void theDifferenceIsSharedEvenlyAndItsRestByTheLargest() {
    assertThat(adjustment("2")).isEqualByComparingTo("0.03");
    assertThat(adjustment("3")).isEqualByComparingTo("0.03");
    assertThat(adjustment("1")).isEqualByComparingTo("0.02");
    for (String parcel : List.of("1", "2", "3")) {
      assertThat(amount(parcel, "area_m2"))
          .isEqualTo(area(measured.get(parcel)).add(adjustment(parcel)));
    }
  }

  @Test
  void deductedAndNetAreasFollow() {
    BigDecimal area = amount("1", "area_m2");
    BigDecimal deducted = area.multiply(new BigDecimal("0.125")).setScale(2, RoundingMode.HALF_UP);
    assertThat(area).isEqualTo("100.00");
    assertThat(amount("1", "deducted_m2")).isEqualTo(deducted).isEqualTo("12.50");
    assertThat(amount("1", "net_area_m2")).isEqualTo("87.50");
  }

  @Test
  void ofEqualAreasTheFirstIdentifierTakesTheRest() {
    assertThat(adjustment("4")).isEqualByComparingTo("-0.01");
    assertThat(adjustment("5")).isEqualByComparingTo("0");
  }

  @Test
  void aWrongControlAreaIsToldAndItsParcelsStay() {
    assertThat(area(parcels(fixture).get("6"))).isEqualTo(area(measured.get("6")));
    assertThat(parcels(fixture).get("6").<BigDecimal>getAs("adjustment_m2")).isNull();

    Issue issue = issue("CONTROL_AREA_REFUSED");
    assertThat(issue.dataset()).isEqualTo("D01-04b");
    assertThat(issue.department()).isEqualTo("D01");
    assertThat(issue.file()).isEqualTo("units");
    assertThat(issue.place()).isEqualTo("L!1");
    assertThat(issue.message(Language.EN))
        .contains(WRONG, "sum to 99.98 m²", "control area is 100.98 m²", "differ by -1.00 m²");
    assertThat(issue.message(Language.ZH)).contains("控制面积 100.98 平方米", "未作平差");
  }

  @Test
  void aUnitWithoutControlAreaIsToldAndItsParcelsStay() {
    assertThat(parcels(fixture).get("7").<BigDecimal>getAs("adjustment_m2")).isNull();
    assertThat(issue("CONTROL_AREA_MISSING").values())
        .containsEntry("unit", WITHOUT)
        .containsEntry("count", "1");
  }

  @Test
  void nothingIsAdjustedUnlessTheSettingsAsk() {
    assertThat(measured.values())
        .hasSize(8)
        .allSatisfy(row -> assertThat(row.<BigDecimal>getAs("adjustment_m2")).isNull());
  }

  @Test
  void theLedgerShowsTheAdjustmentAndClosesWithTheControlArea() {
    fixture.run(new LandAreaJob());
    Map<String, Map<String, BigDecimal>> ledger =
        fixture.rows("gold.area_ledger", "region_code").stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getAs("region_code"),
                    Collectors.toMap(row -> row.getAs("entry"), AreaAdjustmentTest::area)));

    for (String unit : List.of(THREE, EQUAL, MEETS)) {
      Map<String, BigDecimal> entries = ledger.get(unit);
      assertThat(entries.get("difference")).as(unit).isEqualTo("0.00");
      assertThat(entries.get("parcels"))
          .isEqualTo(entries.get("control"))
          .isEqualTo(entries.get("classes"))
          .isEqualTo(
              entries.get("delivered").add(entries.get("repair")).add(entries.get("adjusted")));
    }
    assertThat(ledger.get(THREE)).containsEntry("adjusted", new BigDecimal("0.08"));
    assertThat(ledger.get(THREE)).containsEntry("delivered", sum("1", "2", "3"));
    assertThat(ledger.get(WRONG))
        .doesNotContainKey("adjusted")
        .containsEntry("difference", new BigDecimal("-1.00"));
  }

  private static void parcel(
      ConformFixture to, int number, String unit, int east, int side, String... more) {
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "BSM",
                String.format(Locale.ROOT, "1525010000%08d", number),
                "DLBM",
                "0103",
                "ZLDWDM",
                unit + "0000000"));
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    double x = 37_579_062.85 + east;
    double y = 4_835_401.02;
    String square =
        String.format(
            Locale.ROOT,
            "POLYGON((%1$.2f %2$.2f, %3$.2f %2$.2f, %3$.2f %4$.2f, %1$.2f %4$.2f, %1$.2f %2$.2f))",
            x,
            y,
            x + side,
            y + side);
    to.feature("A-01", "DLTB_2025.shp", number, "EPSG:4525", square, fields);
  }

  /** By the number of the parcel. */
  private static Map<String, Row> parcels(ConformFixture of) {
    return of.rows("silver.land_parcel", "bsm").stream()
        .collect(
            Collectors.toMap(
                row ->
                    row.<String>getAs("bsm")
                        .replaceFirst("^1525010000", "")
                        .replaceFirst("^0+", ""),
                Function.identity()));
  }

  private static BigDecimal sum(String... numbers) {
    BigDecimal sum = BigDecimal.ZERO;
    for (String number : numbers) {
      sum = sum.add(area(measured.get(number)));
    }
    return sum;
  }

  private static BigDecimal area(Row row) {
    return row.getAs("area_m2");
  }

  private static BigDecimal adjustment(String number) {
    return amount(number, "adjustment_m2");
  }

  private static BigDecimal amount(String number, String column) {
    return parcels(fixture).get(number).getAs(column);
  }

  /** Of the run that conformed the parcels. */
  private static Issue issue(String code) {
    return issues.stream().filter(i -> i.kind().code().equals(code)).findFirst().orElseThrow();
  }
}
