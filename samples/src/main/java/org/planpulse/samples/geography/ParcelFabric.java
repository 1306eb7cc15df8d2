package org.planpulse.samples.geography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * The cells that tile the city: the Voronoi cells of the seeds inside the outline. Neighbours share
 * their corners exactly, because corners are rounded and close ones are merged before any ring is
 * built.
 */
public final class ParcelFabric {

  /** Corners closer than this along an edge become one (metres). */
  private static final double SHORTEST_EDGE = 0.5;

  /** From north to south, then west to east, as parcels are numbered in a survey. */
  private static final Comparator<Cell> NUMBERING =
      Comparator.comparingDouble((Cell cell) -> -cell.site().y)
          .thenComparingDouble(cell -> cell.site().x);

  private final Map<Coordinate, Coordinate> mergedInto = new HashMap<>();
  private final EllipsoidalArea measure = new EllipsoidalArea();

  private ParcelFabric() {}

  /** About so many cells of the sketched city. */
  public static List<Cell> of(CitySketch sketch, int cells, long seed) {
    return new ParcelFabric().grow(sketch.outline(), SeedPattern.of(sketch, cells, seed));
  }

  private List<Cell> grow(Blob outline, List<Seed> seeds) {
    Map<Coordinate, Seed> seedAt = new HashMap<>();
    seeds.forEach(seed -> seedAt.put(seed.site(), seed));
    List<Polygon> diagram = voronoi(seedAt);
    List<Coordinate[]> rings = new ArrayList<>(diagram.size());
    for (Polygon polygon : diagram) {
      Coordinate[] ring = roundedRing(polygon);
      mergeShortEdges(ring);
      rings.add(ring);
    }
    List<Cell> cells = new ArrayList<>(diagram.size());
    for (int i = 0; i < rings.size(); i++) {
      Seed seed = seedAt.get((Coordinate) diagram.get(i).getUserData());
      if (outline.contains(seed.site().x, seed.site().y)) {
        Coordinate[] ring = mergedRing(rings.get(i));
        cells.add(new Cell(seed.site(), ring, seed.role(), measure.ofPlane(ring)));
      }
    }
    cells.sort(NUMBERING);
    return List.copyOf(cells);
  }

  private static List<Polygon> voronoi(Map<Coordinate, Seed> seedAt) {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(seedAt.keySet());
    List<?> polygons = builder.getSubdivision().getVoronoiCellPolygons(new GeometryFactory());
    return polygons.stream().map(Polygon.class::cast).toList();
  }

  private static Coordinate[] roundedRing(Geometry polygon) {
    Coordinate[] corners = polygon.getCoordinates();
    Coordinate[] ring = new Coordinate[corners.length];
    for (int i = 0; i < ring.length; i++) {
      ring[i] = Blob.millimetres(corners[i].x, corners[i].y);
    }
    return ring;
  }

  private void mergeShortEdges(Coordinate[] ring) {
    for (int i = 0; i + 1 < ring.length; i++) {
      Coordinate start = survivor(ring[i]);
      Coordinate end = survivor(ring[i + 1]);
      if (!start.equals2D(end) && ring[i].distance(ring[i + 1]) < SHORTEST_EDGE) {
        boolean startStays = start.compareTo(end) < 0;
        mergedInto.put(startStays ? end : start, startStays ? start : end);
      }
    }
  }

  private Coordinate survivor(Coordinate corner) {
    Coordinate current = corner;
    Coordinate next = mergedInto.get(current);
    while (next != null) {
      current = next;
      next = mergedInto.get(current);
    }
    return current;
  }

  private Coordinate[] mergedRing(Coordinate[] ring) {
    CoordinateList merged = new CoordinateList();
    for (Coordinate corner : ring) {
      merged.add(survivor(corner), false);
    }
    merged.closeRing();
    return merged.toCoordinateArray();
  }
}
