package org.planpulse.jobs.geometry.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.traverse.ClosestFirstIterator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How far one comes over the roads from the nearest of several points: Dijkstra's shortest ways
 * from all of them at once, of JGraphT.
 */
public final class Reach {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Stands for all points together. */
  private static final int START = -1;

  /** A round end of 16 corners a quarter has an area 0.2 % too small. */
  private static final int QUADRANT_SEGMENTS = 16;

  /** By how much of its width a strip's bends may be straightened; the library's 1 % shows. */
  private static final double SIMPLIFY_FACTOR = 1e-4;

  /** A side of 1 km, straight in the plane, leaves the straight line in degrees by 2 cm. */
  private static final double LONGEST_SIDE = 1000;

  /** A part of a stretch, in metres from its beginning. */
  private record Interval(double start, double end) {}

  private final RoadNetwork network;
  private final double[] minutes;
  private final Map<Integer, List<RoadPoint>> points = new HashMap<>();

  private Reach(RoadNetwork network, List<RoadPoint> from, double[] minutes) {
    this.network = network;
    this.minutes = minutes;
    from.forEach(
        point -> points.computeIfAbsent(point.stretch(), n -> new ArrayList<>()).add(point));
  }

  /**
   * @param mostMinutes beyond which nothing is asked for
   */
  public static Reach of(RoadNetwork network, List<RoadPoint> from, double mostMinutes) {
    Graph<Integer, Integer> graph = network.graph();
    graph.addVertex(START);
    int way = network.stretches().size();
    for (RoadPoint point : from) {
      Stretch stretch = network.stretches().get(point.stretch());
      graph.addEdge(START, stretch.from(), way);
      graph.setEdgeWeight(way++, stretch.minutesFor(point.metres()));
      graph.addEdge(START, stretch.to(), way);
      graph.setEdgeWeight(way++, stretch.minutesFor(stretch.metres() - point.metres()));
    }
    double[] minutes = new double[network.junctions()];
    Arrays.fill(minutes, Double.POSITIVE_INFINITY);
    ClosestFirstIterator<Integer, Integer> junctions =
        new ClosestFirstIterator<>(graph, START, mostMinutes);
    while (junctions.hasNext()) {
      int junction = junctions.next();
      if (junction != START) {
        minutes[junction] = junctions.getShortestPathLength(junction);
      }
    }
    return new Reach(network, from, minutes);
  }

  /**
   * The area within {@code access} metres of the roads reached in some minutes, in degrees of
   * EPSG:4490; empty when nothing is.
   */
  public Geometry within(double limit, double access) {
    BufferParameters strip = new BufferParameters(QUADRANT_SEGMENTS);
    strip.setSimplifyFactor(SIMPLIFY_FACTOR);
    List<Geometry> strips = new ArrayList<>();
    for (int i = 0; i < network.stretches().size(); i++) {
      Stretch stretch = network.stretches().get(i);
      for (Interval part : parts(i, limit)) {
        strips.add(BufferOp.bufferOp(stretch.part(part.start(), part.end()), access, strip));
      }
    }
    if (strips.isEmpty()) {
      return SHAPES.createPolygon();
    }
    Geometry area = OverlayNGRobust.union(strips);
    return network.plane().toDegrees(Densifier.densify(area, LONGEST_SIDE));
  }

  /** Length in metres of the roads reached in some minutes. */
  public double metres(double limit) {
    double sum = 0;
    for (int i = 0; i < network.stretches().size(); i++) {
      sum += parts(i, limit).stream().mapToDouble(part -> part.end() - part.start()).sum();
    }
    return sum;
  }

  /** The parts of a stretch that are reached from its ends or from points on it. */
  private List<Interval> parts(int number, double limit) {
    Stretch stretch = network.stretches().get(number);
    double length = stretch.metres();
    List<Interval> parts = new ArrayList<>();
    parts.add(new Interval(0, stretch.metresIn(limit - minutes[stretch.from()])));
    parts.add(new Interval(length - stretch.metresIn(limit - minutes[stretch.to()]), length));
    for (RoadPoint point : points.getOrDefault(number, List.of())) {
      double far = stretch.metresIn(limit);
      parts.add(new Interval(point.metres() - far, point.metres() + far));
    }
    return joined(parts, length);
  }

  /** Intervals cut to the stretch and joined where they overlap; those without length fall out. */
  private static List<Interval> joined(List<Interval> parts, double length) {
    List<Interval> joined = new ArrayList<>();
    for (Interval part :
        parts.stream()
            .map(p -> new Interval(Math.max(0, p.start()), Math.min(length, p.end())))
            .filter(p -> p.start() < p.end())
            .sorted(Comparator.comparingDouble(Interval::start))
            .toList()) {
      Interval last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && part.start() <= last.end()) {
        joined.set(joined.size() - 1, new Interval(last.start(), Math.max(last.end(), part.end())));
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
