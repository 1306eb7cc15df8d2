package org.planpulse.jobs.ingest.crs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.ingest.TestSources;

class CrsTest {

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
    assertThat(WktCrs.epsg(wkt(name, datum, falseEasting))).contains("EPSG:" + epsg);
  }

  @Test
  void aZoneNumberThatContradictsTheMeridianIsNoChineseSystem() {
    assertThat(ChineseCrs.CGCS2000.projected(111, 38_500_000, false)).isEmpty();
    assertThat(ChineseCrs.CGCS2000.projected(112, 500_000, false)).isEmpty();
  }

  @Test
  void anAuthorityAtTheEndWins() {
    assertThat(WktCrs.epsg("GEOGCS[\"x\",DATUM[\"y\"],AUTHORITY[\"EPSG\",\"4490\"]]"))
        .contains("EPSG:4490");
    assertThat(
            WktCrs.epsg(
                "GEOGCS[\"GCS_China_Geodetic_Coordinate_System_2000\",DATUM[\"D_China_2000\"]]"))
        .contains("EPSG:4490");
    assertThat(WktCrs.epsg("no CRS at all")).isEmpty();
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
    String wkt =
        java.nio.file.Files.readString(
            TestSources.realData("shapefile-encoding-a").resolve("utf8.prj"));
    assertThat(WktCrs.epsg(wkt)).isEqualTo(Optional.of("EPSG:4326"));
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
