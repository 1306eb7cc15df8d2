package org.planpulse.samples.department;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.planpulse.samples.format.DbfField;
import org.planpulse.samples.format.GeoPackageWriter;
import org.planpulse.samples.format.GeoPackageWriter.Feature;
import org.planpulse.samples.format.ShapefileWriter;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.ToGeographic;
import org.planpulse.samples.land.AdminUnit;
import org.planpulse.samples.land.ControlLines;
import org.planpulse.samples.land.ControlZone;
import org.planpulse.samples.land.LandHistory;
import org.planpulse.samples.land.Parcel;

/** Control lines and administrative units: four files, each with its own units, names and CRS. */
public final class PlanLayers {

  private static final LocalDate APPROVED = LocalDate.of(2024, 3, 29);
  private static final BigDecimal SQUARE_METRES_PER_HECTARE = BigDecimal.valueOf(10_000);

  private final LandingZone zone;
  private final ControlLines lines = new ControlLines();
  private final GeometryFactory factory = new GeometryFactory();
  private final GeometryTransformer toGeographic = new ToGeographic();

  public PlanLayers(LandingZone zone) {
    this.zone = zone;
  }

  /** From the land in the first year. */
  public void write(CitySketch sketch, LandHistory history) throws IOException {
    writeControlLines(history.protectedFarmland());
    writeGrowthBoundary(history.parcels());
    writeBasicGrassland(lines.basicGrassland(sketch.outline()));
    writeUnits(history.parcels());
  }

  /** The permanent basic farmland is the protected parcels themselves, gross and net of ridges. */
  private void writeControlLines(List<Parcel> farmland) throws IOException {
    Path file = zone.place(LandSurvey.DEPARTMENT, "规划控制线.gpkg", APPROVED);
    try (GeoPackageWriter writer = new GeoPackageWriter(file, APPROVED)) {
      List<ControlZone> redLine = lines.redLine();
      List<Feature> redFeatures = new ArrayList<>();
      for (int i = 0; i < redLine.size(); i++) {
        ControlZone line = redLine.get(i);
        redFeatures.add(
            feature(line.polygon(), id(i), line.type(), line.name(), metres(line.area())));
      }
      writer.addLayer(
          "STBHHX",
          "生态保护红线",
          List.of("BSM TEXT(18)", "LHLX TEXT(4)", "HXMC TEXT(100)", "MJ DOUBLE"),
          redFeatures);
      List<Feature> fields = new ArrayList<>();
      for (int i = 0; i < farmland.size(); i++) {
        Parcel field = farmland.get(i);
        fields.add(
            feature(
                factory.createPolygon(field.ring()),
                id(i),
                field.area().doubleValue(),
                field.netArea().doubleValue()));
      }
      writer.addLayer(
          "YJJBNT",
          "永久基本农田",
          List.of("BSM TEXT(18)", "YJJBNTTBMJ DOUBLE", "YJJBNTMJ DOUBLE"),
          fields);
    }
  }

  /** In hectares where others use square metres. */
  private void writeGrowthBoundary(List<Parcel> parcels) throws IOException {
    double urban =
        parcels.stream()
            .filter(parcel -> parcel.use().isUrban())
            .mapToDouble(parcel -> parcel.area().doubleValue())
            .sum();
    Path file = zone.place(LandSurvey.DEPARTMENT, "CZKFBJ.shp", APPROVED);
    List<DbfField> fields =
        List.of(
            DbfField.text("BSM", 18),
            DbfField.text("GHFQDM", 10),
            DbfField.text("GHFQMC", 50),
            DbfField.number("MJ", 16, 4));
    try (ShapefileWriter writer = new ShapefileWriter(file, LandSurvey.GBK, APPROVED, fields)) {
      int number = 0;
      for (ControlZone part : lines.growthBoundary(urban)) {
        BigDecimal hectares =
            BigDecimal.valueOf(part.area())
                .divide(SQUARE_METRES_PER_HECTARE, 4, RoundingMode.HALF_UP);
        writer.add(part.polygon(), id(number), "5" + (number + 1) + "0", part.type(), hectares);
        number++;
      }
    }
  }

  /** Field names in Chinese, areas in mu. */
  private void writeBasicGrassland(List<ControlZone> pastures) throws IOException {
    LocalDate received = LocalDate.of(2024, 6, 12);
    Path file = zone.place(LandSurvey.DEPARTMENT, "基本草原.shp", received);
    List<DbfField> fields =
        List.of(DbfField.text("标识码", 18), DbfField.text("名称", 60), DbfField.number("面积", 18, 2));
    try (ShapefileWriter writer = new ShapefileWriter(file, LandSurvey.GBK, received, fields)) {
      for (int i = 0; i < pastures.size(); i++) {
        BigDecimal mu =
            BigDecimal.valueOf(pastures.get(i).area() * 3 / 2000).setScale(2, RoundingMode.HALF_UP);
        writer.add(pastures.get(i).polygon(), id(i), "基本草原" + (i + 1) + "（样例）", mu);
      }
    }
  }

  private void writeUnits(List<Parcel> parcels) throws IOException {
    LocalDate received = LocalDate.of(2021, 8, 2);
    Path file = zone.place(LandSurvey.DEPARTMENT, "行政单元.gpkg", received);
    try (GeoPackageWriter writer = new GeoPackageWriter(file, received)) {
      List<Feature> units =
          new ArrayList<>(union(parcels, p -> AdminUnit.CITY_CODE, p -> AdminUnit.CITY_NAME));
      units.addAll(union(parcels, p -> p.unit().townshipCode(), p -> p.unit().townshipName()));
      List<String> columns = List.of("XZQDM TEXT(12)", "XZQMC TEXT(100)", "DCMJ DOUBLE");
      writer.addLayer("XZQ", "行政区", columns, units);
      writer.addLayer(
          "CJDCQ",
          "村级调查区",
          List.of("ZLDWDM TEXT(19)", "ZLDWMC TEXT(60)", "DCMJ DOUBLE"),
          union(parcels, p -> p.unit().surveyCode(), p -> p.unit().name()));
    }
  }

  /** One feature for each code: the union of its parcels, with the sum of their areas. */
  private List<Feature> union(
      List<Parcel> parcels, Function<Parcel, String> code, Function<Parcel, String> name) {
    Map<String, List<Parcel>> byCode =
        parcels.stream().collect(Collectors.groupingBy(code, TreeMap::new, Collectors.toList()));
    List<Feature> features = new ArrayList<>();
    byCode.forEach(
        (key, members) -> {
          BigDecimal area =
              members.stream().map(Parcel::area).reduce(BigDecimal.ZERO, BigDecimal::add);
          Geometry[] polygons =
              members.stream()
                  .map(parcel -> factory.createPolygon(parcel.ring()))
                  .toArray(Geometry[]::new);
          features.add(
              feature(
                  CoverageUnion.union(polygons),
                  key,
                  name.apply(members.get(0)),
                  area.doubleValue()));
        });
    return features;
  }

  private Feature feature(Geometry plane, Object... values) {
    return new Feature(toGeographic.transform(plane), List.of(values));
  }

  private static double metres(double area) {
    return BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_UP).doubleValue();
  }

  private static String id(int index) {
    return AdminUnit.CITY_CODE + "0000" + "%08d".formatted(index + 1);
  }
}
