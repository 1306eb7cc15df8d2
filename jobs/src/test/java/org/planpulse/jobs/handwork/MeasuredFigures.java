package org.planpulse.jobs.handwork;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import net.sf.geographiclib.Geodesic;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.planpulse.samples.geography.GaussKruger;

/**
 * Figures that no cell of a file holds, measured by simple means of their own: a parcel's land in a
 * line is its surveyed area times the share of its shape inside, in the plane of the survey; a
 * length is geodesic; the mean of a raster is that of points, sixteen a cell.
 */
public final class MeasuredFigures {

  private static final String SURVEY = "自然资源局/样例_DLTB_2025";
  private static final String LINES = "自然资源局/样例_规划控制线.gpkg";
  private static final String UNITS = "自然资源局/样例_行政单元.gpkg";
  private static final String TUNNELS = "住房和城乡建设局/样例_地下综合管廊_2025.gpkg";
  private static final String GREENNESS = "自然资源局/样例_NDVI_2025.tif";

  private static final List<String> CONSTRUCTION =
      List.of(
          "05H1", "0508", "0601", "0602", "0603", "0701", "0702", "08H1", "08H2", "0809", "0810",
          "09", "1001", "1002", "1003", "1004", "1005", "1007", "1008", "1009", "1109", "1201");

  private final LandingFiles landing;
  private final Map<String, Double> figures = new TreeMap<>();

  private MeasuredFigures(LandingFiles landing) {
    this.landing = landing;
  }

  /**
   * @return by name: m2, m, or a plain number
   */
  public static Map<String, Double> of(LandingFiles landing) throws IOException {
    MeasuredFigures measured = new MeasuredFigures(landing);
    measured.landInLines();
    measured.tunnels();
    measured.greenness();
    return measured.figures;
  }

  private void landInLines() throws IOException {
    List<SurveyedParcel> parcels = SurveyedParcel.read(landing.path(SURVEY + ".shp"));
    Geometry redLine = inPlane(geoPackage(LINES, "STBHHX", "1=1"));
    Geometry boundary = union(SurveyedParcel.shapes(landing.path("自然资源局/样例_CZKFBJ.shp")));
    Geometry grassland = union(SurveyedParcel.shapes(landing.path("自然资源局/样例_基本草原.shp")));
    BiPredicate<String, String> built = (dlbm, settlement) -> CONSTRUCTION.contains(dlbm);
    BiPredicate<String, String> ofSettlements =
        built.and((dlbm, settlement) -> settlement.matches("20[123]A?"));
    BiPredicate<String, String> urban =
        built.and((dlbm, settlement) -> settlement.matches("20[12]A?"));
    figures.put("construction_in_red_line", inside(parcels, built, redLine));
    figures.put("built_up_in_red_line", inside(parcels, ofSettlements, redLine));
    figures.put("built_up_in_boundary", inside(parcels, ofSettlements, boundary));
    figures.put("urban_in_boundary", inside(parcels, urban, boundary));
    figures.put("construction_in_grassland", inside(parcels, built, grassland));
  }

  private static double inside(
      List<SurveyedParcel> parcels, BiPredicate<String, String> counts, Geometry zone) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(zone);
    return parcels.stream()
        .filter(parcel -> counts.test(parcel.dlbm(), parcel.settlement()))
        .filter(parcel -> prepared.intersects(parcel.shape()))
        .mapToDouble(
            parcel ->
                parcel.area()
                    * parcel.shape().intersection(zone).getArea()
                    / parcel.shape().getArea())
        .sum();
  }

  private void tunnels() throws IOException {
    double metres = 0;
    for (Geometry tunnel : geoPackage(TUNNELS, "ZHGL", "JSZT = '已建成'")) {
      Coordinate[] line = tunnel.getCoordinates();
      for (int i = 1; i < line.length; i++) {
        metres += Geodesic.WGS84.Inverse(line[i - 1].y, line[i - 1].x, line[i].y, line[i].x).s12;
      }
    }
    figures.put("tunnels_built", metres);
  }

  /** Cells of 345 columns and 310 rows from 111.4° E, 43.775° N, 0.0025° wide; -3 holds no data. */
  private void greenness() throws IOException {
    byte[] file = Files.readAllBytes(landing.path(GREENNESS));
    int columns = 345;
    int rows = 310;
    ByteBuffer cells = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    int start = file.length - columns * rows * Float.BYTES;
    IndexedPointInAreaLocator city =
        new IndexedPointInAreaLocator(union(geoPackage(UNITS, "XZQ", "XZQDM = '152501'")));
    int parts = 4;
    double sum = 0;
    long points = 0;
    for (int row = 0; row < rows * parts; row++) {
      for (int column = 0; column < columns * parts; column++) {
        Coordinate point =
            new Coordinate(
                111.4 + 0.0025 * (column + 0.5) / parts, 43.775 - 0.0025 * (row + 0.5) / parts);
        float value = cells.getFloat(start + 4 * (row / parts * columns + column / parts));
        if (value > -3 && city.locate(point) != Location.EXTERIOR) {
          sum += value;
          points++;
        }
      }
    }
    figures.put("greenness_sum", sum);
    figures.put("greenness_points", (double) points);
  }

  private List<Geometry> geoPackage(String file, String layer, String condition)
      throws IOException {
    Path path = landing.path(file);
    List<Geometry> shapes = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT geom FROM %s WHERE %s ORDER BY fid".formatted(layer, condition))) {
      while (rows.next()) {
        byte[] blob = rows.getBytes(1);
        shapes.add(new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length)));
      }
    } catch (SQLException | ParseException e) {
      throw new IOException("cannot read " + path, e);
    }
    return shapes;
  }

  private static Geometry inPlane(List<Geometry> geographic) {
    GaussKruger projection = new GaussKruger();
    GeometryTransformer toPlane =
        new GeometryTransformer() {
          @Override
          protected CoordinateSequence transformCoordinates(
              CoordinateSequence points, Geometry parent) {
            return createCoordinateSequence(
                Arrays.stream(points.toCoordinateArray())
                    .map(projection::toPlane)
                    .toArray(Coordinate[]::new));
          }
        };
    return union(geographic.stream().map(toPlane::transform).toList());
  }

  private static Geometry union(List<Geometry> shapes) {
    return shapes.get(0).getFactory().buildGeometry(shapes).union();
  }
}
