package org.planpulse.jobs.ingest.vector;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.planpulse.jobs.ingest.record.TextCharset;

/**
 * Parcels of the survey's exchange format for boundary points (界址点坐标交换格式): a part [属性描述] with the
 * projection, a part [地块坐标] with a line for each parcel that ends in {@code @} and a line {@code
 * point,ring,northing,easting} for each of its points. Ring 1 is the outline, others are holes.
 */
final class BoundaryPointFeatures extends StreamedFeatures {

  /** What the line of a parcel lists. */
  private static final List<String> PARCEL_FIELDS =
      List.of("界址点数", "地块面积", "地块编号", "地块名称", "记录图形属性", "图幅号", "地块用途", "地类编码");

  private static final int FIRST_ZONED_EASTING = 10_000_000;

  private final GeometryFactory factory = new GeometryFactory();
  private final TextCharset charset;
  private final BufferedReader lines;
  private final Map<String, String> description = new HashMap<>();
  private boolean whole;
  private boolean zoned;
  private int number;
  private String parcel;

  BoundaryPointFeatures(Path file) throws IOException {
    charset = TextCharset.of(file);
    lines = Files.newBufferedReader(file, charset.charset());
    try {
      describe();
      start();
    } catch (IOException | RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /** CGCS2000 Gauss-Kruger, with the zone's number in the eastings or without. */
  @Override
  public Optional<String> crs() {
    String datum = description.getOrDefault("坐标系", "");
    if (!datum.contains("2000") || !description.getOrDefault("投影类型", "高斯").contains("高斯")) {
      return Optional.empty();
    }
    return integer("带号").flatMap(zone -> epsg(zone, integer("几度分带").orElse(3)));
  }

  @Override
  public boolean isWhole() {
    return whole;
  }

  @Override
  public String charset() {
    return charset.charset().name();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private void describe() throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.strip().equals("[地块坐标]")) {
        whole = true;
        return;
      }
      int equals = line.indexOf('=');
      if (equals > 0) {
        description.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
      }
    }
  }

  private Optional<Integer> integer(String key) {
    String text = description.getOrDefault(key, "");
    return text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** Codes of the national CRS by degrees of a zone, and with or without its number. */
  private Optional<String> epsg(int zone, int degrees) {
    int first = degrees == 3 ? 25 : 13;
    int last = degrees == 3 ? 45 : 23;
    if (zone < first || zone > last) {
      return Optional.empty();
    }
    int start = degrees == 3 ? (zoned ? 4513 : 4534) : zoned ? 4491 : 4502;
    return Optional.of("EPSG:" + (start + zone - first));
  }

  @Override
  protected Feature read() throws IOException {
    Map<Integer, List<Coordinate>> rings = new TreeMap<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String stripped = line.strip();
      if (stripped.endsWith("@")) {
        String complete = parcel;
        parcel = stripped;
        if (complete != null) {
          return feature(complete, rings);
        }
      } else if (!stripped.isEmpty()) {
        point(stripped.split("[,，]"), rings);
      }
    }
    String last = parcel;
    parcel = null;
    return last == null ? null : feature(last, rings);
  }

  private void point(String[] parts, Map<Integer, List<Coordinate>> rings) {
    Coordinate point = new Coordinate(Double.NaN, Double.NaN);
    int ring = 1;
    try {
      ring = Integer.parseInt(parts[1].strip());
      point = new Coordinate(Double.parseDouble(parts[3]), Double.parseDouble(parts[2]));
      zoned |= point.x >= FIRST_ZONED_EASTING;
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      // The point stays without place, and with it the parcel, which is then quarantined.
    }
    rings.computeIfAbsent(ring, key -> new ArrayList<>()).add(point);
  }

  private Feature feature(String line, Map<Integer, List<Coordinate>> rings) {
    Map<String, String> fields = new LinkedHashMap<>();
    String[] parts = line.substring(0, line.length() - 1).split("[,，]");
    for (int i = 0; i < Math.min(parts.length, PARCEL_FIELDS.size()); i++) {
      if (!parts[i].isBlank()) {
        fields.put(PARCEL_FIELDS.get(i), parts[i].strip());
      }
    }
    return new Feature(++number, fields, complete(fields, rings) ? shape(rings) : null);
  }

  /** A file cut short has fewer points than the line of its last parcel says. */
  private static boolean complete(
      Map<String, String> fields, Map<Integer, List<Coordinate>> rings) {
    String stated = fields.getOrDefault(PARCEL_FIELDS.get(0), "");
    int found = rings.values().stream().mapToInt(List::size).sum();
    return !stated.matches("\\d{1,9}") || found >= Integer.parseInt(stated);
  }

  private Geometry shape(Map<Integer, List<Coordinate>> rings) {
    try {
      List<LinearRing> made =
          rings.values().stream().map(points -> factory.createLinearRing(closed(points))).toList();
      if (made.isEmpty() || rings.values().stream().anyMatch(BoundaryPointFeatures::unplaced)) {
        return null;
      }
      return factory.createPolygon(
          made.get(0), made.subList(1, made.size()).toArray(LinearRing[]::new));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean unplaced(List<Coordinate> ring) {
    return ring.stream().anyMatch(point -> Double.isNaN(point.x));
  }

  private static Coordinate[] closed(List<Coordinate> points) {
    List<Coordinate> ring = new ArrayList<>(points);
    if (!ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    return ring.toArray(Coordinate[]::new);
  }
}
