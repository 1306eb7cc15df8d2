package org.planpulse.jobs.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.QuarantinedRow;
import org.planpulse.schemas.Language;

/** All cases go through one run: years keep them apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConformParcelsTest {

  private static final String ZONE_37 = "EPSG:4525";
  private static final double EAST = 37_579_062.85;
  private static final double NORTH = 4_835_401.02;

  private static final int FAULTS = 2020;
  private static final int AREAS = 2021;
  private static final int MANY = 2022;
  private static final int SHAPES = 2023;
  private static final int TWICE = 2024;
  private static final int GOOD = 2025;

  private ConformFixture fixture;
  private JobResult result;

  @BeforeAll
  void conformAllCases(@TempDir Path folder) {
    fixture = new ConformFixture(folder);
    fixture.unit("152501200201", "嘎查一");
    for (int year = FAULTS; year <= GOOD; year++) {
      fixture.file(file(year), "A-01", year, "2026-09-01");
    }
    faults();
    areas();
    for (int i = 1; i <= 30; i++) {
      parcel(MANY, i, square(20 * i, 10), "TBMJ", "150");
    }
    shapes();
    parcel(TWICE, 1, square(0, 10));
    fixture.file("corrected", "A-01", TWICE, "2026-10-01");
    fixture.feature("A-01", "corrected", 1, ZONE_37, square(0, 10), fields(7));
    parcel(GOOD, 1, square(0, 10), "KCDLBM", "1203", "KCXS", "0.1250");
    parcel(GOOD, 2, square(0, 10), "DLBM", "0401");
    result = fixture.run(new ConformParcels());
  }

  private void faults() {
    parcel(FAULTS, 1, square(0, 10));
    parcel(FAULTS, 2, square(20, 10), "DLBM", "9999");
    parcel(FAULTS, 3, square(40, 10), "BSM", "1.52501E+17");
    parcel(FAULTS, 4, square(60, 10), "BSM", "15250100");
    parcel(FAULTS, 5, square(80, 10), "BSM", bsm(1));
    parcel(FAULTS, 6, square(100, 10), "ZLDWDM", "");
    parcel(FAULTS, 7, square(120, 10), "ZLDWDM", "1525019999990000000");
    parcel(FAULTS, 8, "POLYGON EMPTY");
  }

  private void areas() {
    parcel(AREAS, 1, square(0, 1000), "TBMJ", "99.98");
    parcel(AREAS, 2, square(2000, 1000), "TBMJ", "99.98");
    parcel(AREAS, 3, square(4000, 1000), "TBMJ", "999000");
    parcel(AREAS, 4, square(6000, 1000), "TBMJ", "999844.40");
  }

  private void shapes() {
    parcel(SHAPES, 1, ring(0, 0, 10, 10, 10, 0, 0, 10, 0, 0), "TBMJ", "49.99");
    fixture.feature("A-01", file(SHAPES), 2, "EPSG:2361", square(0, 10), fields(2));
    String swapped = "POLYGON((43 111, 43 112, 44 112, 44 111, 43 111))";
    fixture.feature("A-01", file(SHAPES), 3, "EPSG:4490", swapped, fields(3));
    fixture.feature("A-01", file(SHAPES), 4, "EPSG:2413", square(0, 10), fields(4));
  }

  @Test
  void measuresAParcelOnTheEllipsoidAndDeductsRidges() {
    Row row = parcels(GOOD).get(0);

    assertThat(row.<BigDecimal>getAs("area_m2")).isEqualTo("99.98");
    assertThat(row.<BigDecimal>getAs("deducted_m2")).isEqualTo("12.50");
    assertThat(row.<BigDecimal>getAs("net_area_m2")).isEqualTo("87.48");
    assertThat(row.<Double>getAs("minx")).isCloseTo(111.98, offset(1e-7));
    assertThat(row.<String>getAs("region_code")).isEqualTo("152501200201");
    assertThat(row.<String>getAs("source_id")).isEqualTo("DLTB_2025.shp!L!1");
    assertThat(codes(GOOD)).isEmpty();
  }

  @Test
  void landsOnTheControlPoint() throws ParseException {
    byte[] wkb = parcels(GOOD).get(0).getAs("geometry");

    assertThat(new WKBReader().read(wkb).getCoordinates())
        .anySatisfy(
            corner -> assertThat(corner.distance(new Coordinate(111.98, 43.65))).isLessThan(1e-7));
  }

  @Test
  void quarantinesEveryRowItCannotTrustAndKeepsTheFirstOfARepeatedIdentifier() {
    assertThat(parcels(FAULTS)).extracting(row -> row.<String>getAs("bsm")).containsExactly(bsm(1));
    assertThat(codes(FAULTS))
        .containsExactlyInAnyOrder(
            "CODE_UNKNOWN",
            "CODE_EXPONENT",
            "CODE_MALFORMED",
            "DUPLICATE_ID",
            "KEY_MISSING",
            "REGION_UNKNOWN",
            "GEOMETRY_UNUSABLE");
    assertThat(quarantined(FAULTS)).containsExactlyInAnyOrder("2", "3", "4", "5", "6", "7", "8");
  }

  @Test
  void losesNoRow() {
    assertThat(result.counts())
        .containsEntry("rows", 8L + 4 + 30 + 4 + 1 + 2)
        .containsEntry("rows_loaded", 1L + 4 + 30 + 2 + 1 + 2)
        .containsEntry("rows_quarantined", 7L + 2);
    assertThat(fixture.issues().quarantined()).hasSize(9);
  }

  @Test
  void keepsTheRawFieldsOfAQuarantinedRow() {
    QuarantinedRow row =
        fixture.issues().quarantined().stream()
            .filter(kept -> kept.issue().kind().code().equals("CODE_UNKNOWN"))
            .findFirst()
            .orElseThrow();

    assertThat(row.raw()).contains("\"DLBM\":\"9999\"");
    assertThat(row.issue().message(Language.EN)).contains("\"9999\"");
    assertThat(row.issue().place()).isEqualTo("L!2");
  }

  @Test
  void repairsASelfCrossingParcelAndSaysByHowMuch() {
    Row row = parcels(SHAPES).get(0);

    assertThat(row.<BigDecimal>getAs("area_m2")).isEqualTo("49.99");
    assertThat(row.<String>getAs("repair")).isEqualTo("fixed");
    assertThat(row.<BigDecimal>getAs("repair_delta_m2")).isEqualTo("49.99");
    assertThat(fixture.issue("GEOMETRY_REPAIRED").values()).containsEntry("delta", "49.99");
  }

  @Test
  void countsTheRungsOfTheRepairLadderAndBooksTheAreas() {
    assertThat(result.counts()).containsEntry("shapes_fixed", 1L);
    assertThat(result.counts()).containsEntry("shapes_unrepairable", 2L);
    assertThat(result.counts()).doesNotContainKey("shapes_cleaned");
    assertThat(fixture.issue("REPAIRS_BOOKED").values())
        .containsEntry("fixed", "1")
        .containsEntry("unrepairable", "1")
        .containsEntry("cleaned", "0")
        .containsEntry("before", "0.00")
        .containsEntry("after", "49.99")
        .containsEntry("change", "49.99");
    assertThat(fixture.issue("REPAIRS_BOOKED").message(Language.EN)).doesNotContain("{");
  }

  @Test
  void refusesADatumThatCannotBeConvertedAndSwappedCoordinates() {
    assertThat(quarantined(SHAPES)).containsExactly("2", "3");
    assertThat(codes(SHAPES))
        .containsExactlyInAnyOrder(
            "GEOMETRY_REPAIRED",
            "CRS_UNSUPPORTED",
            "GEOMETRY_UNUSABLE",
            "CRS_SHIFTED",
            "REPAIRS_BOOKED");
  }

  /** The control point's numbers are some 80 m from it on the old datum. */
  @Test
  void anOldDatumIsConvertedWithTheParametersOfTheWorkspaceAndTheyAreTold() {
    Row row = parcels(SHAPES).get(1);

    assertThat(row.<String>getAs("bsm")).isEqualTo(bsm(4));
    assertThat(row.<Double>getAs("minx")).isCloseTo(111.98032, offset(5e-5));
    assertThat(fixture.issue("CRS_SHIFTED").values())
        .containsEntry("crs", "EPSG:2413")
        .containsEntry("count", "1")
        .containsEntry(
            "parameters",
            "Coordinate Frame dx=24.5 dy=-123.25 dz=-94.75 m, rx=-0.02 ry=0.25 rz=0.13 \u2033,"
                + " 1.1 ppm");
  }

  @Test
  void tellsAWrongUnitFromAWrongArea() {
    assertThat(parcels(AREAS)).hasSize(4);
    assertThat(codes(AREAS)).containsExactlyInAnyOrder("AREA_UNIT_SUSPECT", "AREA_DIFFERS");
    assertThat(fixture.issue("AREA_UNIT_SUSPECT").values())
        .containsEntry("ratio", "10000")
        .containsEntry("count", "2");
    assertThat(fixture.issue("AREA_DIFFERS").values()).containsEntry("id", bsm(3));
  }

  @Test
  void tellsOfManyFaultsOfAKindOnce() {
    assertThat(codes(MANY)).containsExactly("AREA_DIFFERS");
    assertThat(
            fixture.issues().issues().stream()
                .filter(issue -> issue.file().equals(file(MANY)))
                .findFirst()
                .orElseThrow()
                .values())
        .containsEntry("count", "30");
  }

  @Test
  void takesTheLatestDeliveryOfAYear() {
    assertThat(parcels(TWICE)).extracting(row -> row.<String>getAs("bsm")).containsExactly(bsm(7));
  }

  @Test
  void givesTheSameShapeTheSameHashAndAnotherClassAnotherContent() {
    List<Row> rows = parcels(GOOD);

    assertThat(rows.get(0).<String>getAs("geometry_hash"))
        .isEqualTo(rows.get(1).<String>getAs("geometry_hash"));
    assertThat(rows.get(0).<String>getAs("content_hash"))
        .isNotEqualTo(rows.get(1).<String>getAs("content_hash"));
  }

  private List<Row> parcels(int year) {
    return fixture.rows("silver.land_parcel", "year", "bsm").stream()
        .filter(row -> row.<Integer>getAs("year") == year)
        .toList();
  }

  private List<String> codes(int year) {
    return fixture.issues().issues().stream()
        .filter(issue -> issue.file().equals(file(year)))
        .map(issue -> issue.kind().code())
        .toList();
  }

  private List<String> quarantined(int year) {
    return fixture.issues().quarantined().stream()
        .filter(row -> row.issue().file().equals(file(year)))
        .map(row -> row.sourceId().replaceAll(".*!", ""))
        .toList();
  }

  private void parcel(int year, int number, String wkt, String... changes) {
    fixture.feature("A-01", file(year), number, ZONE_37, wkt, fields(number, changes));
  }

  private static String file(int year) {
    return "DLTB_" + year + ".shp";
  }

  private static Map<String, String> fields(int number, String... changes) {
    Map<String, String> fields = new HashMap<>();
    fields.put("BSM", bsm(number));
    fields.put("DLBM", "0103");
    fields.put("ZLDWDM", "1525012002010000000");
    fields.put("TBMJ", "99.98");
    for (int i = 0; i < changes.length; i += 2) {
      fields.put(changes[i], changes[i + 1]);
    }
    return fields;
  }

  private static String bsm(int number) {
    return String.format(Locale.ROOT, "1525010000%08d", number);
  }

  /** Side in metres, its lower left corner {@code east} metres from the control point. */
  private static String square(int east, int side) {
    return ring(east, 0, east + side, 0, east + side, side, east, side, east, 0);
  }

  private static String ring(int... offsets) {
    StringBuilder wkt = new StringBuilder("POLYGON((");
    for (int i = 0; i < offsets.length; i += 2) {
      wkt.append(i == 0 ? "" : ", ")
          .append(
              String.format(Locale.ROOT, "%.2f %.2f", EAST + offsets[i], NORTH + offsets[i + 1]));
    }
    return wkt.append("))").toString();
  }
}
