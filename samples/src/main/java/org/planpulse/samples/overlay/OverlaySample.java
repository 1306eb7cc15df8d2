package org.planpulse.samples.overlay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.GeometryTransformer;
import org.planpulse.samples.format.DbfField;
import org.planpulse.samples.format.ShapefileWriter;
import org.planpulse.samples.geography.Blob;
import org.planpulse.samples.geography.Blob.Wave;
import org.planpulse.samples.geography.CitySketch;
import org.planpulse.samples.geography.ParcelFabric;
import org.planpulse.samples.geography.ToGeographic;
import org.planpulse.samples.land.ControlLines;
import org.planpulse.samples.land.ControlZone;
import org.planpulse.samples.land.LandHistory;
import org.planpulse.samples.land.Parcel;

/**
 * The demo city's parcels, twenty units and five layers of zones as shapefiles in EPSG:4490. Zones
 * have a vertex every twenty metres and cross parcels; units and planning zones cover the whole
 * city. More parcels than a large city has are those of several such cities, side by side from west
 * to east.
 */
public final class OverlaySample {

  /** The layer of zones that covers the whole city. */
  public static final String COVERING_LAYER = "planning_zone";

  public static final List<String> ZONE_LAYERS =
      List.of("red_line", "farmland", "growth_boundary", "grassland", COVERING_LAYER);

  public static final String UNITS = "unit";

  /** Parcels lie in files of this name with a number behind it. */
  public static final String PARCELS = "parcel";

  /** Shapefiles that the parcels are spread over, as surveys are handed over by township. */
  private static final int PARCEL_FILES = 8;

  /** Parcels of one city, at most. */
  private static final int LARGEST_CITY = 300_000;

  /** From one city to the next, in degrees of longitude. */
  private static final double CITY_DEGREES = 1.5;

  private static final LocalDate DAY = LocalDate.of(2025, 1, 1);
  private static final double URBAN_AREA = 38e6;
  private static final int UNIT_COUNT = 20;
  private static final int PLANNING_ZONES = 60;
  private static final int PATCHES_A_SIDE = 20;
  private static final int PATCH_CORNERS = 24;
  private static final int OUTLINE_CORNERS = 360;

  /** Metres between the vertices of a zone, at most. */
  private static final double STEP = 20;

  private static final double ZONE_ROUGHNESS = 0.08;

  /** Vertices along a parcel, so that one has some thirty, as land parcels have. */
  private static final int STEPS_A_SIDE = 6;

  private static final double PARCEL_ROUGHNESS = 0.002;

  private static final List<DbfField> ZONE_FIELDS =
      List.of(DbfField.text("ID", 24), DbfField.text("LAYER", 20));
  private static final List<DbfField> PARCEL_FIELDS =
      List.of(DbfField.text("BSM", 18), DbfField.text("DLBM", 5));

  private final SurveyedLine line = new SurveyedLine(STEP, ZONE_ROUGHNESS);
  private final GeometryFactory factory = new GeometryFactory();
  private final GeometryTransformer toGeographic = new ToGeographic();
  private final Path folder;
  private final int cities;
  private final int parcelsOfCity;
  private final long seed;

  private OverlaySample(Path folder, int parcels, long seed) {
    this.folder = folder;
    this.cities = -Math.floorDiv(-parcels, LARGEST_CITY);
    this.parcelsOfCity = parcels / cities;
    this.seed = seed;
  }

  /** Writes all files below a folder, which is created when absent. */
  public static void write(Path folder, int parcels, long seed) throws IOException {
    Files.createDirectories(folder);
    new OverlaySample(folder, parcels, seed).write();
  }

  /** The files of the parcels below a folder written before. */
  public static List<Path> parcelFiles(Path folder) {
    return IntStream.rangeClosed(1, PARCEL_FILES)
        .mapToObj(number -> folder.resolve(PARCELS + "_" + number + ".shp"))
        .toList();
  }

  private void write() throws IOException {
    CitySketch sketch = new CitySketch();
    ControlLines lines = new ControlLines();
    Envelope city =
        factory.createPolygon(sketch.outline().ring(OUTLINE_CORNERS)).getEnvelopeInternal();
    writeZones("red_line", surveyed(lines.redLine()));
    writeZones("farmland", patches(city, new Random(seed)));
    writeZones("growth_boundary", surveyed(lines.growthBoundary(URBAN_AREA)));
    writeZones("grassland", surveyed(lines.basicGrassland(sketch.outline())));
    writeZones(COVERING_LAYER, Partition.of(city, PLANNING_ZONES, line, new Random(seed + 1)));
    writeZones(UNITS, Partition.of(city, UNIT_COUNT, line, new Random(seed + 2)));
    LandHistory land =
        new LandHistory(ParcelFabric.of(sketch, parcelsOfCity, seed), new Random(seed + 3));
    double side = Math.sqrt(city.getArea() / parcelsOfCity);
    writeParcels(land.parcels(), new SurveyedLine(side / STEPS_A_SIDE, PARCEL_ROUGHNESS));
  }

  private List<Polygon> surveyed(List<ControlZone> zones) {
    return zones.stream().map(zone -> surveyed(zone.polygon())).toList();
  }

  private Polygon surveyed(Polygon plain) {
    LinearRing shell = surveyed(plain.getExteriorRing());
    LinearRing[] holes = new LinearRing[plain.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = surveyed(plain.getInteriorRingN(i));
    }
    return largest(GeometryFixer.fix(factory.createPolygon(shell, holes)));
  }

  /** Borders that met at a sharp corner may have crossed; what they cut off is not kept. */
  private static Polygon largest(Geometry zone) {
    return IntStream.range(0, zone.getNumGeometries())
        .mapToObj(i -> (Polygon) zone.getGeometryN(i))
        .max(Comparator.comparingDouble(Geometry::getArea))
        .orElseThrow();
  }

  private LinearRing surveyed(LinearRing ring) {
    return factory.createLinearRing(line.ring(ring.getCoordinates()));
  }

  /** Round fields on a grid, so that none overlaps another. */
  private List<Polygon> patches(Envelope city, Random random) {
    double spacing = city.getWidth() / PATCHES_A_SIDE;
    List<Polygon> patches = new ArrayList<>();
    for (double x = city.getMinX(); x < city.getMaxX(); x += spacing) {
      for (double y = city.getMinY(); y < city.getMaxY(); y += spacing) {
        double radius = spacing * (0.15 + 0.2 * random.nextDouble());
        Blob blob = new Blob(x, y, radius, List.of(new Wave(3, 0.1, 360 * random.nextDouble())));
        patches.add(surveyed(factory.createPolygon(blob.ring(PATCH_CORNERS))));
      }
    }
    return patches;
  }

  private void writeZones(String layer, List<Polygon> zones) throws IOException {
    try (ShapefileWriter out = shapefile(layer, ZONE_FIELDS)) {
      for (int city = 0; city < cities; city++) {
        for (int i = 0; i < zones.size(); i++) {
          String id = "%s_%02d_%02d".formatted(layer, city + 1, i + 1);
          out.add(degrees(zones.get(i), city), id, layer);
        }
      }
    }
  }

  /** In equal parts. */
  private void writeParcels(List<Parcel> all, SurveyedLine border) throws IOException {
    for (int part = 0; part < PARCEL_FILES; part++) {
      int from = (int) ((long) all.size() * part / PARCEL_FILES);
      int to = (int) ((long) all.size() * (part + 1) / PARCEL_FILES);
      try (ShapefileWriter out = shapefile(PARCELS + "_" + (part + 1), PARCEL_FIELDS)) {
        for (int city = 0; city < cities; city++) {
          for (int i = from; i < to; i++) {
            Polygon outline = factory.createPolygon(border.ring(all.get(i).ring()));
            String id = "%02d%07d".formatted(city + 1, i + 1);
            out.add(degrees(outline, city), id, all.get(i).use().code());
          }
        }
      }
    }
  }

  private Polygon degrees(Polygon plane, int city) {
    Geometry degrees = toGeographic.transform(plane);
    return (Polygon)
        AffineTransformation.translationInstance(city * CITY_DEGREES, 0).transform(degrees);
  }

  private ShapefileWriter shapefile(String name, List<DbfField> fields) throws IOException {
    return new ShapefileWriter(
        folder.resolve(name + ".shp"),
        StandardCharsets.US_ASCII,
        DAY,
        fields,
        ShapefileWriter.DEGREES);
  }
}
