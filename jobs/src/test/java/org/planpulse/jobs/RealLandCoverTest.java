package org.planpulse.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.proj.Projection;
import org.planpulse.jobs.cli.Pipeline;
import org.planpulse.jobs.ingest.TestSources;

/**
 * The pipeline up to areas on 41 563 polygons of land cover, one of them with 83 179 points, and a
 * national park: far from China, in another CRS, with other classes and without identifiers, so all
 * that differs must be said by schema files. The polygons were made from a raster, whose counts of
 * pixels give the areas independently.
 */
class RealLandCoverTest {

  private static final int POLYGONS = 41_563;

  /** NLCD 2011 in 8 classes: pixels of 31.5303 m x 31.5247 m in EPSG:26912. */
  private static final Map<String, Integer> PIXELS =
      Map.of(
          "1", 1209, "2", 17517, "3", 106070, "4", 767537, "5", 545771, "6", 4878, "7", 8728, "8",
          6497);

  private static final double PLANE_KM2 = 1449.431;

  private static final String STUDY_AREA =
      """
      {"type": "FeatureCollection", "features": [{"type": "Feature",
       "properties": {"code": "049053", "name": "Zion"},
       "geometry": {"type": "Polygon", "coordinates":
         [[[-113.3, 37.1], [-112.8, 37.1], [-112.8, 37.6], [-113.3, 37.6], [-113.3, 37.1]]]}}]}
      """;

  @TempDir static Path folder;

  private static Path park;
  private static RealWorkspace workspace;

  @BeforeAll
  static void runThePipeline() throws IOException, URISyntaxException {
    Path data = TestSources.realData("landcover-nlcd-zion-a");
    park = data.resolve("zion.gpkg");
    workspace = new RealWorkspace(folder, "park", "049053");
    unzip(data.resolve("nlcd_polygons.gpkg.zip"), workspace.landing("自然资源局/nlcd_2011.gpkg"));
    workspace.deliver(park, "自然资源局/zion.gpkg");
    Files.writeString(workspace.landing("自然资源局/area.geojson"), STUDY_AREA);
    // The search for overlaps among cells of a raster ends, but takes a minute and a half.
    Set<String> passedOver = Set.of("topology", "indicators", "annual-report");
    workspace.run(
        Pipeline.jobs().stream()
            .filter(job -> !passedOver.contains(job.describe().name()))
            .toList());
  }

  @Test
  void everyPolygonIsLoadedOrQuarantined() {
    long loaded = workspace.table("silver.land_parcel", "true").count();
    long quarantined = workspace.table("ops.quarantine", "dataset = 'R-11'").count();
    assertThat(loaded + quarantined).isEqualTo(POLYGONS);
    assertThat(quarantined).isZero();
    assertThat(this.<Long>parcels("count(DISTINCT bsm)")).isEqualTo(POLYGONS);
  }

  @Test
  void classAreasSumToTheTotalExactly() {
    BigDecimal parcels = parcels("sum(area_m2)");
    BigDecimal classes =
        workspace.value("gold.land_area", "region_code = '049053'", "sum(area_m2)");
    assertThat(classes).isEqualByComparingTo(parcels);
    assertThat(areas("gold.land_area")).hasSize(8);
  }

  @Test
  void classSharesAreThoseOfThePixels() {
    Map<String, Double> areas = areas("gold.land_area");
    double area = areas.values().stream().mapToDouble(Double::doubleValue).sum();
    double pixels = PIXELS.values().stream().mapToInt(Integer::intValue).sum();
    PIXELS.forEach(
        (code, count) ->
            assertThat(areas.get(code) / area / (count / pixels))
                .as("class " + code)
                .isCloseTo(1, within(0.001)));
  }

  /** The scale of UTM at this distance from the central meridian is 1 within 0.0003. */
  @Test
  void ellipsoidalAreaIsNearTheAreaInThePlane() {
    double km2 = this.<BigDecimal>parcels("sum(area_m2)").doubleValue() / 1e6;
    assertThat(km2 / PLANE_KM2).isCloseTo(1, within(0.002));
  }

  @Test
  void classesInsideTheParkSumToThePark() throws SQLException, ParseException {
    double inside =
        areas("gold.zone_land_area").values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(inside / geodesicM2(parkInThePlane())).isCloseTo(1, within(0.0001));
  }

  private <T> T parcels(String expression) {
    return workspace.value("silver.land_parcel", "true", expression);
  }

  /** m² by class. */
  private static Map<String, Double> areas(String table) {
    Map<String, Double> areas = new TreeMap<>();
    List<Row> rows =
        workspace
            .table(table, "region_code = '049053' AND year = 2011")
            .groupBy("dlbm")
            .agg(Map.of("area_m2", "sum"))
            .collectAsList();
    rows.forEach(row -> areas.put(row.getString(0), row.getDecimal(1).doubleValue()));
    return areas;
  }

  private static void unzip(Path archive, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(archive.toFile());
        InputStream only = zip.getInputStream(zip.entries().nextElement())) {
      Files.copy(only, target);
    }
  }

  /** The park as delivered; the raster covers all of it. */
  private static Polygon parkInThePlane() throws SQLException, ParseException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + park);
        ResultSet row = database.createStatement().executeQuery("SELECT geom FROM zion")) {
      byte[] blob = row.getBytes(1);
      boolean envelope = (blob[3] >> 1 & 7) == 1;
      return (Polygon)
          new WKBReader().read(Arrays.copyOfRange(blob, envelope ? 40 : 8, blob.length));
    }
  }

  /** By other libraries than the pipeline's: edges of at most 50 m, as geodesics. */
  private static double geodesicM2(Polygon plane) {
    Polygon dense = (Polygon) Densifier.densify(plane, 50);
    double area = geodesicM2(dense.getExteriorRing());
    for (int i = 0; i < dense.getNumInteriorRing(); i++) {
      area -= geodesicM2(dense.getInteriorRingN(i));
    }
    return area;
  }

  private static double geodesicM2(LinearRing ring) {
    Projection utm12 =
        new CRSFactory()
            .createFromParameters("UTM 12N", "+proj=utm +zone=12 +ellps=GRS80 +units=m +no_defs")
            .getProjection();
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      ProjCoordinate degrees = new ProjCoordinate();
      utm12.inverseProject(new ProjCoordinate(points[i].x, points[i].y), degrees);
      area.AddPoint(degrees.y, degrees.x);
    }
    return Math.abs(area.Compute(false, true).area);
  }
}
