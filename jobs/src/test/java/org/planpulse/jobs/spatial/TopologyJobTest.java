package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.planpulse.jobs.spatial.MiniCity.EAST;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.JobResult;

class TopologyJobTest {

  @TempDir static Path folder;
  private static MiniCity city;
  private static JobResult result;

  /** A year for each case; the units and the rest of the land are the same in all. */
  @BeforeAll
  static void search() {
    city =
        new MiniCity(folder.resolve("cases"))
            .outline(WEST, box(0, 0, 4, 4))
            .outline(EAST, box(4, 0, 6, 4));
    west(east(2020), box(0, 0, 4, 2), box(0, 2, 4, 4), 2020);
    west(east(2021), box(0, 0, 4, 2), box(0, 2, 4, 4), 2021);
    west(east(2022), box(0, 0, 4, 2), box(0, 1, 4, 3), 2022);
    west(east(2023), box(0, 0, 4, 2), box(0, 2, 1, 4), 2023)
        .parcel(2023, "corner", "0401", "", WEST, box(1, 2, 4, 4));
    for (int year : List.of(2024, 2025)) {
      west(east(year), box(0, 0, 4, 2), box(0, 2, 4, 4), year)
          .parcel(year, "copy", "0103", "", WEST, box(0, 0, 4, 2));
    }
    west(east(2026), box(0, 0, 5, 2), box(0, 2, 4, 4), 2026);
    west(city, box(0, 0, 4, 2), box(0, 2, 4, 4), 2027)
        .parcel(2027, "thin", "1006", "", EAST, box(4, 0, 4.00005, 4))
        .parcel(2027, "rest", "0701", "201", EAST, box(4.00005, 0, 6, 4));
    result = city.built().run(new TopologyJob());
  }

  @Test
  void onlyUnitsNotShownToBeCoveredOnceAreSearched() {
    assertThat(result.counts())
        .containsEntry("unit_years_searched", 5L)
        .containsEntry("overlaps", 4L)
        .containsEntry("gaps", 1L)
        .containsEntry("slivers", 1L);
  }

  @Test
  void cleanYearsHaveNoFindings() {
    assertThat(findings(2020)).isEmpty();
    assertThat(findings(2021)).isEmpty();
  }

  @Test
  void anOverlapAndAGapOfEqualSizeAreBothFound() {
    List<Row> found = findings(2022);
    assertThat(found).hasSize(2);
    assertFault(found.get(0), "gap", box(0, 3, 4, 4), List.of("second"), WEST);
    assertFault(found.get(1), "overlap", box(0, 1, 4, 2), List.of("first", "second"), WEST);
    assertThat(found.get(1).<String>getAs("place")).matches("DLTB!\\d+ \\+ DLTB!\\d+");
  }

  @Test
  void parcelsThatMeetWithoutSharingPointsAreClean() {
    assertThat(findings(2023)).isEmpty();
  }

  @Test
  void aParcelThatStandsTwiceIsFoundInEveryYear() {
    for (int year : List.of(2024, 2025)) {
      assertThat(findings(year))
          .singleElement()
          .satisfies(
              row -> assertFault(row, "overlap", box(0, 0, 4, 2), List.of("copy", "first"), WEST));
    }
  }

  @Test
  void aParcelBeyondItsUnitOverlapsTheNeighboursThoughTheirUnitIsClosed() {
    assertThat(findings(2026))
        .singleElement()
        .satisfies(
            row -> assertFault(row, "overlap", box(4, 0, 5, 2), List.of("first", "t"), WEST, EAST));
  }

  @Test
  void aThinSmallParcelIsASliver() {
    assertThat(findings(2027))
        .singleElement()
        .satisfies(row -> assertFault(row, "sliver", box(4, 0, 4.00005, 4), List.of("thin"), EAST));
  }

  @Test
  void departmentsAreTold() {
    assertThat(city.issues())
        .extracting(issue -> issue.kind().code())
        .containsExactlyInAnyOrder("GAP", "OVERLAP", "OVERLAP", "OVERLAP", "OVERLAP", "SLIVER");
    assertThat(city.issues()).extracting(Issue::department).containsOnly("D01");
  }

  @Test
  void aUnitWithoutAnyParcelInAYearIsAGap() {
    MiniCity bare =
        new MiniCity(folder.resolve("bare"))
            .outline(WEST, box(0, 0, 4, 4))
            .outline(EAST, box(4, 0, 6, 4));
    bare.parcel(2020, "west", "0401", "", WEST, box(0, 0, 4, 4))
        .parcel(2020, "east", "0401", "", EAST, box(4, 0, 6, 4))
        .parcel(2021, "west", "0401", "", WEST, box(0, 0, 4, 4))
        .built()
        .run(new TopologyJob());

    assertThat(bare.rows("SELECT * FROM gold_topology_finding"))
        .singleElement()
        .satisfies(
            row -> {
              assertFault(row, "gap", box(4, 0, 6, 4), List.of(), EAST);
              assertThat(row.<Integer>getAs("year")).isEqualTo(2021);
            });
  }

  @Test
  void manyFaultsOfAFileAreOneIssueAndUnitsMayOverlapToo() {
    MiniCity many =
        new MiniCity(folder.resolve("many"))
            .outline(WEST, box(0, 0, 25, 1))
            .outline(EAST, box(24.9, 0, 26, 1));
    for (int i = 0; i < 22; i++) {
      double width = i == 7 ? 0.5 : 0.75;
      many.parcel(2020, "p" + i, "0401", "", WEST, box(i, 0, i + width, 1));
    }
    many.parcel(2020, "last", "0401", "", WEST, box(22, 0, 25, 1)).built();

    assertThat(many.run(new TopologyJob()).counts())
        .containsEntry("gaps", 22L)
        .containsEntry("overlaps", 1L);

    assertThat(many.issues())
        .extracting(
            Issue::dataset, issue -> issue.values().get("ids"), i -> i.values().get("count"))
        .containsExactlyInAnyOrder(
            tuple("A-01", "p7, p8", "22"), tuple("D01-04b", WEST + ", " + EAST, "1"));
    assertThat(many.rows("SELECT * FROM gold_topology_finding WHERE kind = 'overlap'"))
        .singleElement()
        .satisfies(row -> assertFault(row, "overlap", box(24.9, 0, 25, 1), List.of(), WEST, EAST));
  }

  private static List<Row> findings(int year) {
    return city.rows(
        "SELECT * FROM gold_topology_finding WHERE year = %d ORDER BY kind".formatted(year));
  }

  private static MiniCity west(MiniCity city, Geometry first, Geometry second, int year) {
    return city.parcel(year, "first", "0103", "", WEST, first)
        .parcel(year, "second", "0401", "", WEST, second);
  }

  private static MiniCity east(int year) {
    return city.parcel(year, "t", "0701", "201", EAST, box(4, 0, 6, 2))
        .parcel(year, "g", "0401", "", EAST, box(4, 2, 6, 4));
  }

  private static void assertFault(
      Row row, String kind, Geometry where, List<String> parcels, String... units) {
    assertThat(row.<String>getAs("kind")).isEqualTo(kind);
    assertThat(row.<BigDecimal>getAs("area_m2"))
        .isCloseTo(area(where), Offset.offset(new BigDecimal("0.02")));
    assertThat(row.<String>getList(row.fieldIndex("parcel_ids"))).isEqualTo(parcels);
    assertThat(row.<String>getList(row.fieldIndex("region_codes"))).containsExactly(units);
    assertThat(where.getEnvelopeInternal().contains(row.getAs("longitude"), row.getAs("latitude")))
        .isTrue();
  }
}
