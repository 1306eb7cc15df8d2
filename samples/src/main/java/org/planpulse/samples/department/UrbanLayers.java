package org.planpulse.samples.department;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.planpulse.samples.format.GeoPackageWriter;
import org.planpulse.samples.format.GeoPackageWriter.Feature;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.EllipsoidalArea;
import org.planpulse.samples.geography.StreetPlan;
import org.planpulse.samples.geography.StreetPlan.Street;
import org.planpulse.samples.geography.ToGeographic;

/** Roads, facilities, tunnels, the air terminal and heritage lines, each from its own body. */
public final class UrbanLayers {

  private static final String HOUSING = "住房和城乡建设局";
  private static final LocalDate CHANGED = LocalDate.of(2026, 5, 20);
  private static final int CORNERS = 48;

  private final LandingZone zone;
  private final GeometryFactory shapes = new GeometryFactory();
  private final GeometryTransformer toGeographic = new ToGeographic();

  private UrbanLayers(LandingZone zone) {
    this.zone = zone;
  }

  public static void write(LandingZone zone) throws IOException {
    UrbanLayers layers = new UrbanLayers(zone);
    layers.writeRoads();
    layers.writeFacilities();
    layers.writeTunnels();
    layers.writeTerminal();
    layers.writeHeritageLines();
  }

  private void writeRoads() throws IOException {
    List<Feature> roads = new ArrayList<>();
    for (Street street : StreetPlan.lay()) {
      roads.add(
          feature(
              shapes.createLineString(street.line()),
              id(roads.size()),
              street.name(),
              street.type(),
              "通车"));
    }
    write(
        "交通运输局",
        "道路中心线_2025.gpkg",
        "DLZXX",
        List.of("BSM TEXT(18)", "DLMC TEXT(60)", "DLLX TEXT(20)", "TXZT TEXT(20)"),
        roads);
  }

  private void writeFacilities() throws IOException {
    List<Feature> points = new ArrayList<>();
    List<String[]> lines = Figures.lines("facilities.csv");
    for (String[] line : lines.subList(1, lines.size())) {
      Coordinate place = CitySketch.at(Double.parseDouble(line[3]), Double.parseDouble(line[4]));
      points.add(
          feature(shapes.createPoint(place), id(points.size()), line[2], line[1], line[0], "使用中"));
    }
    write(
        HOUSING,
        "公共服务设施点_2025.gpkg",
        "GGFWSS",
        List.of(
            "BSM TEXT(18)", "SSMC TEXT(100)", "YDYHFLDM TEXT(6)", "SSLX TEXT(40)", "SYZT TEXT(20)"),
        points);
  }

  private void writeTunnels() throws IOException {
    List<Feature> tunnels =
        List.of(
            tunnel(0, "已建成", CitySketch.at(-0.8, 0.8), CitySketch.at(1.2, 0.8)),
            tunnel(1, "已建成", CitySketch.at(1.2, 0.8), CitySketch.at(1.2, -0.8)),
            tunnel(2, "规划", CitySketch.at(1.2, -0.8), CitySketch.at(1.2, -2.0)));
    write(
        HOUSING,
        "地下综合管廊_2025.gpkg",
        "ZHGL",
        List.of("BSM TEXT(18)", "GLMC TEXT(100)", "GLLX TEXT(20)", "JSZT TEXT(20)"),
        tunnels);
  }

  private Feature tunnel(int number, String state, Coordinate... line) {
    return feature(shapes.createLineString(line), id(number), "样例管廊" + (number + 1), "干线管廊", state);
  }

  private void writeTerminal() throws IOException {
    Coordinate[] ring = CitySketch.blob(9, -13, 0.06).ring(CORNERS);
    write(
        "民航机场公司",
        "机场设施_2025.gpkg",
        "JCSS",
        List.of("BH TEXT(18)", "MC TEXT(60)", "SSLX TEXT(30)", "JSZT TEXT(20)", "MJ DOUBLE"),
        List.of(feature(shapes.createPolygon(ring), id(0), "样例航站楼", "航站楼", "使用中", area(ring))));
  }

  private void writeHeritageLines() throws IOException {
    Coordinate[] station = CitySketch.blob(-0.3, 0.9, 0.12).ring(CORNERS);
    Coordinate[] fossils = CitySketch.blob(-4.5, -6.5, 0.9).ring(CORNERS);
    write(
        LandSurvey.DEPARTMENT,
        "历史文化保护线_2025.gpkg",
        "LSWHBHX",
        List.of("BSM TEXT(18)", "MC TEXT(100)", "LX TEXT(40)", "JB TEXT(20)", "MJ DOUBLE"),
        List.of(
            feature(shapes.createPolygon(station), id(0), "样例老站房", "建设控制地带", "自治区级", area(station)),
            feature(shapes.createPolygon(fossils), id(1), "样例化石产地", "保护范围", "国家级", area(fossils))));
  }

  private void write(
      String department, String name, String layer, List<String> columns, List<Feature> features)
      throws IOException {
    Path file = zone.place(department, name, CHANGED);
    try (GeoPackageWriter writer = new GeoPackageWriter(file, CHANGED)) {
      writer.addLayer(layer, layer, columns, features);
    }
  }

  private Feature feature(Geometry plane, Object... values) {
    return new Feature(toGeographic.transform(plane), List.of(values));
  }

  /** Of a ring in the plane, on the ellipsoid. */
  private static double area(Coordinate[] ring) {
    return BigDecimal.valueOf(new EllipsoidalArea().ofPlane(ring))
        .setScale(2, RoundingMode.HALF_UP)
        .doubleValue();
  }

  private static String id(int index) {
    return "152501" + "%012d".formatted(index + 1);
  }
}
