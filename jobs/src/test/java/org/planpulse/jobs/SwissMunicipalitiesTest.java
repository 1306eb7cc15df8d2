package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.conform.ConformAdminUnits;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.ingest.IngestJob;
import org.planpulse.jobs.ingest.TestSources;

/**
 * Cantons and municipalities of Switzerland, a layer a year, in three reference systems: LV03, LV03
 * with heights, LV95 with and without heights. Coordinates jump by 2000 km on the way, names are
 * padded with NUL, fields change their width, and one year has no names. They become one series.
 *
 * <p>All layers are generalised, each year anew, so borders differ by some ten metres between years
 * where nothing has changed. {@code -Dplanpulse.swiss.maps=FOLDER} takes every year of a folder
 * instead, as the npm package {@code swiss-maps} 4.7.0 has them from 2010 to 2026.
 */
class SwissMunicipalitiesTest {

  /**
   * Of the Federal Statistical Office's land use statistics and of the Federal Department of
   * Foreign Affairs' facts about Switzerland; lakes included, in the plane.
   */
  private static final double OFFICIAL_KM2 = 41_285;

  /** Features by year, as counted in the .dbf headers by another program. */
  private static final Map<Integer, Integer> MUNICIPALITIES_IN =
      Map.of(2010, 2600, 2013, 2412, 2016, 2298, 2018, 2225, 2025, 2124);

  private static final int LAST_YEAR_OF_LV03 = 2016;

  /** Metres by which generalising may move a border, on average around a unit. */
  private static final double BORDER_SHIFT_M = 60;

  /** Changes from year to year that were divisions and not mergers. */
  private static final int NOT_MERGED = 2;

  private static final double SHORE_DEGREES = 0.002;

  private record Unit(String code, String name, double m2, Geometry shape) {}

  @TempDir static Path folder;

  private static final Map<Integer, List<Unit>> CANTONS = new TreeMap<>();
  private static final Map<Integer, List<Unit>> MUNICIPALITIES = new TreeMap<>();
  private static final NavigableMap<Integer, Geometry> TERRITORY = new TreeMap<>();

  private static final Map<Integer, Geometry> LAKES = new HashMap<>();

  private static RealWorkspace workspace;

  @BeforeAll
  static void readAllYears() throws IOException, URISyntaxException, ParseException {
    String given = System.getProperty("planpulse.swiss.maps");
    Path maps = given == null ? TestSources.realData("yearly-municipalities-ch-a") : Path.of(given);
    Path areas = TestSources.realData("municipalities-ch-2018-official-area");
    workspace = new RealWorkspace(folder, "swiss", "1");
    for (Path year : files(maps, name -> name.matches("\\d{4}"))) {
      for (Path member : files(year, name -> name.matches("(cantons|municipalities)\\..*"))) {
        workspace.deliver(member, "自然资源局/" + year.getFileName() + "/" + member.getFileName());
      }
    }
    for (Path member : files(areas, name -> name.startsWith("g1a18."))) {
      workspace.deliver(
          member, "自然资源局/" + member.getFileName().toString().replace("g1a18", "areas_2018"));
    }
    workspace.run(List.of(new IngestJob(), new ConformAdminUnits()));
    CANTONS.putAll(units("R-30"));
    MUNICIPALITIES.putAll(units("R-31"));
    CANTONS.forEach((year, units) -> TERRITORY.put(year, union(units)));
  }

  @Test
  void noFeatureIsLostAndEveryYearIsWhole() {
    for (Row file : workspace.table("bronze.source_file", "true").collectAsList()) {
      assertThat(file.<Long>getAs("rows_in"))
          .as(file.<String>getAs("file"))
          .isEqualTo(file.<Long>getAs("rows_loaded"))
          .isPositive();
    }
    assertThat(workspace.table("ops.quarantine", "true").count()).isZero();
    MUNICIPALITIES.forEach(
        (year, units) -> {
          long features = features("R-31", year);
          assertThat(units).as("municipalities of " + year).hasSize((int) features);
          assertThat(features)
              .isEqualTo(MUNICIPALITIES_IN.getOrDefault(year, (int) features).longValue());
          assertThat(units).extracting(Unit::code).doesNotHaveDuplicates();
        });
    assertThat(MUNICIPALITIES.keySet()).containsAll(MUNICIPALITIES_IN.keySet());
    assertThat(CANTONS.values()).allSatisfy(units -> assertThat(units).hasSize(26));
  }

  @Test
  void eachYearsReferenceSystemIsTold() {
    List<Row> systems =
        workspace
            .table("bronze.feature", "dataset <> 'R-32'")
            .join(
                workspace.table("bronze.source_file", "true").select("source_key", "data_year"),
                "source_key")
            .select("data_year", "crs")
            .distinct()
            .collectAsList();
    assertThat(systems).hasSameSizeAs(MUNICIPALITIES.keySet());
    assertThat(systems)
        .allSatisfy(
            row ->
                assertThat(row.getString(1))
                    .isEqualTo(row.getInt(0) <= LAST_YEAR_OF_LV03 ? "EPSG:21781" : "EPSG:2056"));
  }

  @Test
  void namesAreWithoutPaddingAndAUnitWithoutOneIsCalledByItsCode() {
    assertThat(municipality(2010, "1").name()).isEqualTo("Aeugst am Albis");
    assertThat(municipality(2018, "1").name()).isEqualTo("Aeugst am Albis");
    assertThat(MUNICIPALITIES.get(2010)).extracting(Unit::name).contains("Täuffelen", "Neuchâtel");
    assertThat(municipality(2025, "1").name()).isEqualTo("1");
  }

  /** Left unshifted, the old datum lies some 150 m away. */
  @Test
  void everyYearCoversTheSameTerritory() {
    Geometry first = TERRITORY.values().iterator().next();
    TERRITORY.forEach(
        (year, territory) -> {
          Geometry difference = OverlayNGRobust.overlay(first, territory, OverlayNG.SYMDIFFERENCE);
          assertThat(km2(difference) / OFFICIAL_KM2).as("since %d", year).isLessThan(0.002);
          Point here = territory.getCentroid();
          Point there = first.getCentroid();
          assertThat(here.getX()).as("longitude %d", year).isCloseTo(there.getX(), within(3e-4));
          assertThat(here.getY()).as("latitude %d", year).isCloseTo(there.getY(), within(3e-4));
        });
  }

  /** The datum's point of origin: LV95 2 600 000, 1 200 000 lies at 46.951083 N, 7.438632 E. */
  @Test
  void oldDatumsAreShiftedToModernDegrees() {
    Point bern = new GeometryFactory().createPoint(new Coordinate(7.438632, 46.951083));
    for (int year : MUNICIPALITIES.keySet()) {
      assertThat(municipality(year, "351").shape().covers(bern)).as("Bern in %d", year).isTrue();
    }
  }

  @Test
  void cantonsCloseToTheOfficialAreaOfTheCountry() {
    CANTONS.forEach(
        (year, units) -> {
          double sum = units.stream().mapToDouble(Unit::m2).sum() / 1e6;
          assertThat(sum)
              .as("km² of %d", year)
              .isCloseTo(OFFICIAL_KM2, within(0.0005 * OFFICIAL_KM2));
          assertThat(sum)
              .as("no overlap in %d", year)
              .isCloseTo(km2(TERRITORY.get(year)), within(0.1));
        });
  }

  /** Lakes of more than 5 km² are no part of a municipality; how their shores are drawn differs. */
  @Test
  void municipalitiesAreTheLandOfTheCantons() {
    double first = landKm2(MUNICIPALITIES.keySet().iterator().next());
    for (int year : MUNICIPALITIES.keySet()) {
      assertThat(landKm2(year) / km2(territory(year))).isBetween(0.963, 0.971);
      assertThat(landKm2(year)).as("km² of %d", year).isCloseTo(first, within(0.005 * first));
    }
  }

  /** Official areas hold the shares of lakes, so units at a shore are left out. */
  @Test
  void unitsHaveTheirOfficialAreas() {
    Geometry lakes = lakes(2018);
    List<Double> shifts = new ArrayList<>();
    for (Row row : workspace.table("silver.admin_unit", "dataset = 'R-32'").collectAsList()) {
      String code = row.getAs("region_code");
      double official = row.getDecimal(row.fieldIndex("control_area_m2")).doubleValue();
      MUNICIPALITIES.get(2018).stream()
          .filter(unit -> unit.code().equals(code) && !atShore(unit, lakes))
          .forEach(unit -> shifts.add(borderShift(official, unit.m2())));
    }
    assertThat(shifts).hasSizeGreaterThan(900);
    assertThat(shifts).allSatisfy(shift -> assertThat(shift).isLessThan(BORDER_SHIFT_M));
    assertThat(median(shifts)).isLessThan(10);
  }

  @Test
  void aMergedUnitIsTheSumOfTheOldOnes() {
    List<Integer> years = new ArrayList<>(MUNICIPALITIES.keySet());
    for (int i = 1; i < years.size(); i++) {
      int before = years.get(i - 1);
      int after = years.get(i);
      Geometry lakes = lakes(after);
      Map<Unit, List<Unit>> origins = origins(before, after);
      List<Double> shifts = new ArrayList<>();
      int gone = 0;
      for (var merged : origins.entrySet()) {
        gone += merged.getValue().size() - 1;
        if (merged.getValue().size() > 1 && !atShore(merged.getKey(), lakes)) {
          double sum = merged.getValue().stream().mapToDouble(Unit::m2).sum();
          shifts.add(borderShift(sum, merged.getKey().m2()));
        }
      }
      int fewer = MUNICIPALITIES.get(before).size() - MUNICIPALITIES.get(after).size();
      assertThat(gone).as("%d to %d", before, after).isCloseTo(fewer, within(NOT_MERGED));
      assertThat(median(shifts)).isLessThan(10);
      assertThat(shifts)
          .filteredOn(shift -> shift > BORDER_SHIFT_M)
          .as("divided, %d to %d", before, after)
          .hasSizeLessThanOrEqualTo(NOT_MERGED);
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
  }

  /** Units of the earlier year by the later one's unit in which they lie. */
  private static Map<Unit, List<Unit>> origins(int before, int after) {
    STRtree index = new STRtree();
    MUNICIPALITIES
        .get(after)
        .forEach(unit -> index.insert(unit.shape().getEnvelopeInternal(), unit));
    Map<Unit, List<Unit>> origins = new HashMap<>();
    for (Unit old : MUNICIPALITIES.get(before)) {
      Point inside = old.shape().getInteriorPoint();
      for (Object found : index.query(inside.getEnvelopeInternal())) {
        if (found instanceof Unit unit && unit.shape().contains(inside)) {
          origins.computeIfAbsent(unit, key -> new ArrayList<>()).add(old);
        }
      }
    }
    return origins;
  }

  /** Metres by which a square of one area would have to move its border to have the other. */
  private static double borderShift(double m2, double otherM2) {
    return Math.abs(m2 - otherM2) / (4 * Math.sqrt(m2));
  }

  private static boolean atShore(Unit unit, Geometry lakes) {
    return unit.shape().isWithinDistance(lakes, SHORE_DEGREES);
  }

  /** A layer of cantons that is the one of the year before is not read again. */
  private static Geometry territory(int year) {
    return TERRITORY.floorEntry(year).getValue();
  }

  /** What cantons hold and municipalities do not. */
  private static Geometry lakes(int year) {
    return LAKES.computeIfAbsent(
        year,
        y ->
            OverlayNGRobust.overlay(
                territory(y), union(MUNICIPALITIES.get(y)), OverlayNG.DIFFERENCE));
  }

  private static double landKm2(int year) {
    return MUNICIPALITIES.get(year).stream().mapToDouble(Unit::m2).sum() / 1e6;
  }

  private static double km2(Geometry shape) {
    return EllipsoidalArea.squareMetres(shape) / 1e6;
  }

  private static Geometry union(List<Unit> units) {
    return OverlayNGRobust.union(units.stream().map(Unit::shape).toList());
  }

  private static Unit municipality(int year, String code) {
    return MUNICIPALITIES.get(year).stream()
        .filter(unit -> unit.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static long features(String dataset, int year) {
    return workspace.<Long>value(
        "bronze.source_file",
        "dataset = '%s' AND data_year = %d".formatted(dataset, year),
        "rows_in");
  }

  private static Map<Integer, List<Unit>> units(String dataset) throws ParseException {
    Map<Integer, List<Unit>> units = new TreeMap<>();
    WKBReader shapes = new WKBReader();
    for (Row row :
        workspace.table("silver.admin_unit", "dataset = '" + dataset + "'").collectAsList()) {
      units
          .computeIfAbsent(row.<Integer>getAs("year"), year -> new ArrayList<>())
          .add(
              new Unit(
                  row.getAs("region_code"),
                  row.getAs("name"),
                  row.getDecimal(row.fieldIndex("area_m2")).doubleValue(),
                  shapes.read(row.<byte[]>getAs("geometry"))));
    }
    return units;
  }

  private static List<Path> files(Path folder, Predicate<String> name) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> name.test(file.getFileName().toString())).sorted().toList();
    }
  }
}
