package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Control point 111.98 E 43.65 N of Erenhot in every system it may be delivered in. */
class ToCgcs2000Test {

  /** Degrees: a tenth of a millimetre. */
  private static final double EXACT = 1e-9;

  private static final double EASTING = 79_062.85;
  private static final double NORTHING = 4_835_401.02;

  private static final String NUMBERS = " 24.5 -123.25 -94.75 -0.02 0.25 0.13 1.1";

  @ParameterizedTest
  @CsvSource({"4546, 500000", "4525, 37500000", "4508, 500000", "4497, 19500000"})
  void gaussKruegerOfCgcs2000LandsOnTheControlPoint(int code, double falseEasting)
      throws TransformException {
    Coordinate place = convert("EPSG:" + code, Map.of(), falseEasting + EASTING, NORTHING);

    assertThat(place.distance(new Coordinate(111.98, 43.65))).isLessThan(1e-7);
  }

  /** By PROJ: cs2cs EPSG:4490 EPSG:n. */
  @ParameterizedTest
  @CsvSource({
    "4526, 38337032.47, 4836917.63",
    "4547, 337032.47, 4836917.63",
    "32649, 579031.22, 4833466.86"
  })
  void neighbouringStripsAndUtmDoAsWell(int code, double easting, double northing)
      throws TransformException {
    Coordinate place = convert("EPSG:" + code, Map.of(), easting, northing);

    assertThat(place.distance(new Coordinate(111.98, 43.65))).isLessThan(1e-7);
  }

  @ParameterizedTest
  @ValueSource(ints = {4490, 4326, 4258})
  void degreesOfModernSystemsStayAsTheyAre(int code) throws TransformException {
    Coordinate place = convert("EPSG:" + code, Map.of(), 111.98, 43.65);

    assertThat(place.x).isEqualTo(111.98);
    assertThat(place.y).isEqualTo(43.65);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {4610, 2361, 2382, 2333, 2344, 4214, 2413, 2434, 21419, 21479, 4479, 5737, 5736, 2056})
  void thereIsNoWayFromAnOldDatumWithoutParametersNorFromHeights(int code) {
    assertThat(ToCgcs2000.of("EPSG:" + code, DatumShifts.NONE)).isEmpty();
  }

  /** By PROJ (+towgs84 is Position Vector) and by formulas written apart from this program. */
  @ParameterizedTest
  @CsvSource({
    "XIAN_1980, position_vector, 111.9802633140, 43.6501703639",
    "XIAN_1980, coordinate_frame, 111.9803170742, 43.6501286688",
    "BEIJING_1954, position_vector, 111.9802633092, 43.6501949068",
    "BEIJING_1954, coordinate_frame, 111.9803170696, 43.6501532118"
  })
  void sevenParametersMoveAPlaceByTheirConvention(
      OldDatum datum, String convention, double longitude, double latitude)
      throws TransformException {
    String degrees = datum == OldDatum.XIAN_1980 ? "EPSG:4610" : "EPSG:4214";
    Coordinate place = convert(degrees, shift(datum, convention), 111.98, 43.65);

    assertThat(place.x).isCloseTo(longitude, within(EXACT));
    assertThat(place.y).isCloseTo(latitude, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({
    "2361, XIAN_1980, 4610", "2382, XIAN_1980, 4610", "2333, XIAN_1980, 4610",
    "2344, XIAN_1980, 4610", "2413, BEIJING_1954, 4214", "2434, BEIJING_1954, 4214",
    "21419, BEIJING_1954, 4214", "21479, BEIJING_1954, 4214"
  })
  void everyProjectionOfAnOldDatumGoesTheWayOfItsDegrees(int code, OldDatum datum, int degrees)
      throws Exception {
    Map<OldDatum, SevenParameters> shift = shift(datum, "position_vector");
    double[] metres = new double[2];
    CRS.findMathTransform(ReferenceSystem.of("EPSG:" + degrees), ReferenceSystem.of("EPSG:" + code))
        .transform(new double[] {111.98, 43.65}, 0, metres, 0, 1);

    Coordinate place = convert("EPSG:" + code, shift, metres[0], metres[1]);

    assertThat(place.distance(convert("EPSG:" + degrees, shift, 111.98, 43.65))).isLessThan(EXACT);
    assertThat(ToCgcs2000.of("EPSG:" + code, new DatumShifts(shift, Map.of())).orElseThrow().kind())
        .isEqualTo(ToCgcs2000.Kind.SEVEN_PARAMETERS);
  }

  @Test
  void parametersOfOneDatumAreNotUsedForTheOther() {
    assertThat(
            ToCgcs2000.of(
                "EPSG:4214",
                new DatumShifts(shift(OldDatum.XIAN_1980, "position_vector"), Map.of())))
        .isEmpty();
  }

  @Test
  void sixParametersAreNotSeven() {
    assertThat(SevenParameters.of(" ")).isEmpty();
    assertThatThrownBy(() -> SevenParameters.of("position_vector 1 2 3 4 5 6"))
        .hasMessageContaining("seven");
  }

  /** Pairs of the published library's own tests. */
  @ParameterizedTest
  @CsvSource({
    "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
    "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
    "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
  })
  void theOffsetOfMapServicesIsThePublishedOne(double x, double y, double gcjX, double gcjY)
      throws TransformException {
    Coordinate place = convert("GCJ-02", Map.of(), gcjX, gcjY);

    assertThat(place.x).isCloseTo(x, within(EXACT));
    assertThat(place.y).isCloseTo(y, within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({
    "GCJ-02, 111.9872233588, 43.6520357523",
    "BD-09, 111.9936858582, 43.6580772017",
  })
  void erenhotOnMapServicesComesBack(String crs, double x, double y) throws TransformException {
    Coordinate place = convert(crs, Map.of(), x, y);

    assertThat(place.distance(new Coordinate(111.98, 43.65))).isLessThan(2 * EXACT);
  }

  @ParameterizedTest
  @EnumSource(MapOffset.class)
  void removingUndoesAddingAllOverChina(MapOffset offset) {
    for (double x = 75; x < 135; x += 0.73) {
      for (double y = 18; y < 53; y += 0.61) {
        Coordinate shifted = offset.add(new Coordinate(x, y));
        offset.remove(shifted);
        assertThat(shifted.distance(new Coordinate(x, y))).isLessThan(2 * EXACT);
      }
    }
  }

  private static Map<OldDatum, SevenParameters> shift(OldDatum datum, String convention) {
    return Map.of(datum, SevenParameters.of(convention + NUMBERS).orElseThrow());
  }

  private static Coordinate convert(
      String crs, Map<OldDatum, SevenParameters> shifts, double x, double y)
      throws TransformException {
    Geometry point = new GeometryFactory().createPoint(new Coordinate(x, y));
    return ToCgcs2000.of(crs, new DatumShifts(shifts, Map.of()))
        .orElseThrow()
        .apply(point)
        .getCoordinate();
  }
}
