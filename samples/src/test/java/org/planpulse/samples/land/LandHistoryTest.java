package org.planpulse.samples.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.ParcelFabric;

class LandHistoryTest {

  private static final double MU = 2000.0 / 3;

  private final GeometryFactory factory = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(ints = {3_000, 30_000})
  void meetsTheDesignedFarmlandAndTownEveryYear(int parcels) {
    LandHistory history = history(parcels, 42);
    double town2020 = urban(history.parcels());
    assertThat(town2020 / 1e6).isCloseTo(38, within(0.5));
    BigDecimal city = total(history.parcels());
    double town = town2020;
    while (true) {
      double designed = Farmland.designed(history.year());
      assertThat(farmland(history.parcels()) / MU).isCloseTo(designed / MU, within(0.5));
      assertThat(total(history.parcels())).isEqualByComparingTo(city);
      if (history.year() == LandHistory.LAST_YEAR) {
        break;
      }
      history.advance();
      double grown = urban(history.parcels());
      assertThat(grown / town).isBetween(1.008, 1.025);
      town = grown;
    }
    assertThat(farmland(history.parcels()) / MU).isLessThan(1191);
  }

  @Test
  void oneOrTwoParcelsInAHundredChangeAYear() {
    LandHistory history = history(3_000, 5);
    while (history.year() < LandHistory.LAST_YEAR) {
      Map<Integer, Parcel> before = byNumber(history.parcels());
      history.advance();
      long changed =
          history.parcels().stream()
              .filter(parcel -> !parcel.equals(before.get(parcel.number())))
              .count();
      assertThat(changed / (double) before.size()).isBetween(0.007, 0.025);
    }
  }

  @Test
  void parcelsStillTileTheCityAfterFiveYearsOfCuts() {
    LandHistory history = lastYear(3_000);
    Geometry[] polygons =
        history.parcels().stream()
            .map(parcel -> factory.createPolygon(parcel.ring()))
            .toArray(Geometry[]::new);

    assertThat(polygons).allMatch(Geometry::isValid);
    assertThat(CoverageValidator.isValid(polygons)).isTrue();
    assertThat(history.parcels()).extracting(Parcel::id).doesNotHaveDuplicates();
    assertThat(history.parcels())
        .extracting(parcel -> parcel.unit().code() + parcel.serial())
        .doesNotHaveDuplicates();
  }

  @Test
  void fourteenUnitsInThreeTownshipsHoldEveryParcel() {
    List<Parcel> parcels = history(3_000, 42).parcels();

    assertThat(parcels.stream().map(Parcel::unit).distinct()).hasSize(14);
    assertThat(parcels.stream().map(parcel -> parcel.unit().townshipName()).distinct())
        .containsExactlyInAnyOrder("格日勒敖都苏木", "二连浩特市社区建设管理局", "二连边境经济技术合作区");
  }

  @Test
  void ridgesAreDeductedFromSlopingFarmlandOnly() {
    Parcel sloping =
        history(3_000, 42).parcels().stream().filter(Parcel::hasRidges).findFirst().orElseThrow();

    assertThat(sloping.use().code()).isEqualTo("0103");
    assertThat(sloping.ridgeArea())
        .isEqualByComparingTo(
            sloping.area().multiply(new BigDecimal("0.0512")).setScale(2, RoundingMode.HALF_UP));
    assertThat(sloping.netArea().add(sloping.ridgeArea())).isEqualByComparingTo(sloping.area());
  }

  @Test
  void someMineAndRoadLieInTheRedLineAndOneMoreMineFrom2024() {
    LandHistory history = history(3_000, 42);
    Map<Integer, Long> mines = new HashMap<>();
    mines.put(2020, constructionInRedLine(history.parcels(), "0602"));
    assertThat(mines.get(2020)).isPositive();
    assertThat(constructionInRedLine(history.parcels(), "1003")).isPositive();
    while (history.year() < LandHistory.LAST_YEAR) {
      history.advance();
      mines.put(history.year(), constructionInRedLine(history.parcels(), "0602"));
    }
    assertThat(mines.get(2023)).isEqualTo(mines.get(2020));
    assertThat(mines.get(2024)).isEqualTo(mines.get(2023) + 1);
    assertThat(mines.get(2025)).isEqualTo(mines.get(2024));
  }

  @Test
  void protectedFarmlandStaysFarmland() {
    LandHistory history = lastYear(3_000);
    Map<Integer, Parcel> now = byNumber(history.parcels());

    assertThat(history.protectedFarmland()).hasSizeGreaterThan(50);
    assertThat(history.protectedFarmland())
        .allMatch(parcel -> parcel.equals(now.get(parcel.number())));
  }

  private long constructionInRedLine(List<Parcel> parcels, String code) {
    List<Polygon> zones = new ControlLines().redLine().stream().map(ControlZone::polygon).toList();
    return parcels.stream()
        .filter(parcel -> parcel.use().code().equals(code))
        .map(parcel -> factory.createPoint(parcel.site()))
        .filter(site -> zones.stream().anyMatch(zone -> zone.contains(site)))
        .count();
  }

  private static LandHistory lastYear(int parcels) {
    LandHistory history = history(parcels, 42);
    while (history.year() < LandHistory.LAST_YEAR) {
      history.advance();
    }
    return history;
  }

  private static LandHistory history(int parcels, long seed) {
    return new LandHistory(ParcelFabric.of(new CitySketch(), parcels, seed), new Random(seed));
  }

  private static Map<Integer, Parcel> byNumber(List<Parcel> parcels) {
    Map<Integer, Parcel> map = new HashMap<>();
    parcels.forEach(parcel -> map.put(parcel.number(), parcel));
    return map;
  }

  private static BigDecimal total(List<Parcel> parcels) {
    return parcels.stream().map(Parcel::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static double farmland(List<Parcel> parcels) {
    return parcels.stream()
        .filter(parcel -> parcel.use().isFarmland())
        .mapToDouble(parcel -> parcel.netArea().doubleValue())
        .sum();
  }

  private static double urban(List<Parcel> parcels) {
    return parcels.stream()
        .filter(parcel -> parcel.use().isUrban())
        .mapToDouble(parcel -> parcel.area().doubleValue())
        .sum();
  }
}
