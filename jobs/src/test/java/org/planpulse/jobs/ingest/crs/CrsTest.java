package org.planpulse.jobs.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.geotools.referencing.wkt.Formattable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.planpulse.jobs.geometry.ReferenceSystem;
import org.planpulse.jobs.ingest.TestSources;

class CrsTest {

  private static final WktCrs TEXTS = TestSources.crsTexts();

  /** Codes of the EPSG registry for meridian 111°, where Erenhot lies. */
  @ParameterizedTest
  @CsvSource({
    "CGCS2000_3_Degree_GK_Zone_37, China_2000, 37500000, 4525",
    "CGCS2000_3_Degree_GK_CM_111E, China_2000, 500000, 4546",
    "CGCS2000_GK_CM_111E, China_2000, 500000, 4508",
    "CGCS2000_GK_Zone_19, China_2000, 19500000, 4497",
    "Xian_1980_3_Degree_GK_Zone_37, Xian_1980, 37500000, 2361",
    "Xian_1980_3_Degree_GK_CM_111E, Xian_1980, 500000, 2382",
    "Xian_1980_GK_Zone_19, Xian_1980, 19500000, 2333",
    "Xian_1980_GK_CM_111E, Xian_1980, 500000, 2344",
    "Beijing_1954_3_Degree_GK_Zone_37, Beijing_1954, 37500000, 2413",
    "Beijing_1954_3_Degree_GK_CM_111E, Beijing_1954, 500000, 2434",
    "Beijing_1954_GK_Zone_19, Beijing_1954, 19500000, 21419",
    "Beijing_1954_GK_Zone_19N, Beijing_1954, 500000, 21479"
  })
  void vendorNamesOfGaussKruegerSystemsAreRecognised(
      String name, String datum, String falseEasting, int epsg) {
    assertThat(read(wkt(name, datum, falseEasting))).contains("EPSG:" + epsg);
  }

  @Test
  void aZoneNumberThatContradictsTheMeridianIsNoChineseSystem() {
    assertThat(ChineseCrs.CGCS2000.projected(111, 38_500_000, false)).isEmpty();
    assertThat(ChineseCrs.CGCS2000.projected(112, 500_000, false)).isEmpty();
  }

  @Test
  void anAuthorityAtTheEndWins() {
    assertThat(read("GEOGCS[\"x\",DATUM[\"y\"],AUTHORITY[\"EPSG\",\"4490\"]]"))
        .contains("EPSG:4490");
    assertThat(
            read("GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\"]]"))
        .contains("EPSG:4490");
    assertThat(read("no CRS at all")).isEmpty();
  }

  /** The control point 111.98 E 43.65 N in the systems it may be delivered in. */
  @Test
  void coordinatesRevealDegreesAndZonesButNotTheMeridian() {
    assertThat(ChineseCrs.recognised(around(111.98, 43.65))).contains(4490);
    assertThat(ChineseCrs.recognised(around(37_579_062.85, 4_835_401.02))).contains(4525);
    assertThat(ChineseCrs.recognised(around(19_579_062.85, 4_835_401.02))).contains(4497);
    assertThat(ChineseCrs.recognised(around(579_062.85, 4_835_401.02))).isEmpty();
  }

  @Test
  void swappedAxesAndForeignZonesAreNotAdmitted() {
    assertThat(ChineseCrs.admits(4490, around(43.65, 111.98))).isFalse();
    assertThat(ChineseCrs.admits(4525, around(4_835_401.02, 37_579_062.85))).isFalse();
    assertThat(ChineseCrs.admits(4526, around(37_579_062.85, 4_835_401.02))).isFalse();
    assertThat(ChineseCrs.admits(4546, around(37_579_062.85, 4_835_401.02))).isFalse();
    assertThat(ChineseCrs.admits(4546, around(579_062.85, 4_835_401.02))).isTrue();
    assertThat(ChineseCrs.admits(32649, around(579_062.85, 4_835_401.02))).isTrue();
  }

  @Test
  void realProjectionFilesOfQgisRead() throws Exception {
    String wkt = Files.readString(TestSources.realData("shapefile-encoding-a").resolve("utf8.prj"));
    assertThat(read(wkt)).isEqualTo(Optional.of("EPSG:4326"));
  }

  /** Texts of real files; the last is a GeoPackage's that names neither datum nor code. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yearly-municipalities-ch-a/2010/cantons.prj | EPSG:21781
          yearly-municipalities-ch-a/2016/lakes.prj | EPSG:21781
          yearly-municipalities-ch-a/2018/lakes.prj | EPSG:2056
          geometry-torture-a/mapshaper-issues/518_519_shp_reading/data_corruption_error.prj | EPSG:3006
          geometry-torture-a/mapshaper-issues/518_519_shp_reading/max_callstack_error.prj | EPSG:3021
          geometry-torture-a/mapshaper-issues/193/gauss_kruger.prj | EPSG:2435
          geometry-torture-a/mapshaper-issues/invalid_coords/invalid_coordinates.prj | EPSG:4326
          geometry-torture-a/qgis/bug5598.prj | EPSG:3148
          geometry-torture-a/mapshaper-issues/193/three_points.prj |
          """)
  void foreignProjectionFilesAreToldByNameAndNumbers(String file, String crs) throws Exception {
    Path folder = TestSources.realData(file.substring(0, file.indexOf('/'))).getParent();
    assertThat(read(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1)))
        .isEqualTo(Optional.ofNullable(crs));
  }

  @ParameterizedTest
  @MethodSource("listedNames")
  void everyListedNameIsOneOfTheRegistry(String name, int code) throws Exception {
    String text = ((Formattable) ReferenceSystem.of("EPSG:" + code)).toWKT(0);
    String renamed = text.replaceFirst("\"[^\"]*\"", "\"" + name + "\"");
    assertThat(read(renamed.replaceAll(", AUTHORITY\\[[^\\]]*\\]", ""))).contains("EPSG:" + code);
  }

  static Stream<Arguments> listedNames() {
    return TestSources.crsNames().entrySet().stream()
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @Test
  void aNameWithOtherNumbersIsNotTheSystemOfThatName() {
    String text =
        wkt("WGS_1984_UTM_Zone_49N", "WGS_1984", "500000")
            .replace("6378140.0,298.257", "6378137.0,298.257223563");
    String utm = text.replace("\"Scale_Factor\",1.0", "\"Scale_Factor\",0.9996");
    assertThat(read(utm)).contains("EPSG:32649");
    assertThat(read(text)).contains(text);
    assertThat(read(utm.replace("111.0", "114.0"))).get().asString().startsWith("PROJCS");
    assertThat(read(utm.replace("6378137.0", "6378140.0"))).get().asString().startsWith("PROJCS");
  }

  @Test
  void aChineseDatumInAnotherProjectionIsNotGaussKrueger() {
    String utm =
        wkt("CGCS2000_UTM", "China_2000", "500000").replace("Factor\",1.0", "Factor\",0.9996");
    assertThat(read(utm)).contains(utm);
  }

  @Test
  void heightsThatComeWithASystemDecideNothing() {
    String heights =
        "VERT_CS[\"h\",VERT_DATUM[\"d\",2005],UNIT[\"m\",1],AUTHORITY[\"EPSG\",\"5737\"]]";
    String plane = wkt("CGCS2000_3_Degree_GK_CM_111E", "China_2000", "500000");
    assertThat(read(plane + "," + heights)).contains("EPSG:4546");
    assertThat(read("COMPD_CS[\"both\"," + plane + "," + heights + "]")).contains("EPSG:4546");
  }

  @Test
  void whatWasAgreedNamesASystemThatHasNoNameItself() {
    String unknown =
        wkt("UTM Zone 49, Northern Hemisphere", "unknown", "500000")
            .replace("6378140.0,298.257", "6378137.0,298.257222101")
            .replace("Factor\",1.0", "Factor\",0.9996");
    assertThat(TEXTS.read(unknown, Optional.of("EPSG:32649"))).contains("EPSG:32649");
    assertThat(TEXTS.read(unknown, Optional.of("EPSG:32650"))).contains(unknown);
  }

  private static Optional<String> read(String wkt) {
    return TEXTS.read(wkt, Optional.empty());
  }

  private static Extent around(double x, double y) {
    return new Extent(x - 0.1, y - 0.1, x + 0.1, y + 0.1);
  }

  private static String wkt(String name, String datum, String falseEasting) {
    return "PROJCS[\""
        + name
        + "\",GEOGCS[\"GCS_"
        + datum
        + "\",DATUM[\"D_"
        + datum
        + "\",SPHEROID[\"s\",6378140.0,298.257]],PRIMEM[\"Greenwich\",0.0],"
        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Gauss_Kruger\"],"
        + "PARAMETER[\"False_Easting\","
        + falseEasting
        + ".0],PARAMETER[\"False_Northing\",0.0],"
        + "PARAMETER[\"Central_Meridian\",111.0],PARAMETER[\"Scale_Factor\",1.0],"
        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]";
  }
}
