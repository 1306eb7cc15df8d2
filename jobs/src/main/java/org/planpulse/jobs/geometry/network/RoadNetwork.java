package org.planpulse.jobs.geometry.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.WeightedPseudograph;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.GeometryItemDistance;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;
import org.planpulse.jobs.geometry.GaussKruger;
import org.planpulse.jobs.geometry.GeodesicLength;

/**
 * Roads as a graph: junctions, and the stretches between them with the minutes they take. Shapes
 * are kept in a Gauss-Krüger plane about the middle of the roads, true to scale within 0.02 % up to
 * 120 km east and west of it; lengths are geodesic.
 */
public final class RoadNetwork {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * In degrees, about 1 km: a line straight in degrees then leaves the one straight in the plane by
   * some 2 cm.
   */
  private static final double LONGEST_SIDE = 0.01;

  /**
   * Roads that are joined to each other but not to the rest.
   *
   * @param parts how many such groups there are beside the longest
   * @param metres their length
   * @param allMetres of all roads
   */
  public record Apart(int parts, double metres, double allMetres) {}

  private final GaussKruger plane;
  private final List<Stretch> stretches;
  private final int junctions;
  private final STRtree index = new STRtree();

  private RoadNetwork(GaussKruger plane, List<Stretch> stretches, int junctions) {
    this.plane = plane;
    this.stretches = stretches;
    this.junctions = junctions;
    for (int i = 0; i < stretches.size(); i++) {
      LineString line = stretches.get(i).line();
      line.setUserData(i);
      index.insert(line.getEnvelopeInternal(), line);
    }
    index.build();
  }

  /**
   * @param roads in an order that is always the same
   * @param snap metres by which a line's end may miss the road it meets
   */
  public static RoadNetwork of(List<Road> roads, double snap) {
    Envelope extent = new Envelope();
    roads.forEach(road -> extent.expandToInclude(road.lines().getEnvelopeInternal()));
    GaussKruger plane = GaussKruger.ofCentralMeridian(extent.isNull() ? 0 : extent.centre().getX());
    List<LineString> lines = new ArrayList<>();
    List<Double> speeds = new ArrayList<>();
    for (Road road : roads) {
      for (LineString line :
          linesOf(plane.toMetres(Densifier.densify(road.lines(), LONGEST_SIDE)))) {
        lines.add(line);
        speeds.add(road.kmh());
      }
    }
    Map<Coordinate, Integer> numbers = new HashMap<>();
    List<Stretch> stretches = new ArrayList<>();
    for (RoadSplitter.Piece piece : new RoadSplitter(lines, snap).pieces()) {
      int from = numbers.computeIfAbsent(piece.from(), place -> numbers.size());
      int to = numbers.computeIfAbsent(piece.to(), place -> numbers.size());
      double metres = GeodesicLength.metres(plane.toDegrees(piece.shape()));
      stretches.add(new Stretch(from, to, piece.shape(), metres, speeds.get(piece.line())));
    }
    return new RoadNetwork(plane, stretches, numbers.size());
  }

  public boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** The point of the roads that is nearest to a place in degrees; empty without roads. */
  public Optional<RoadPoint> nearest(Coordinate degrees) {
    if (isEmpty()) {
      return Optional.empty();
    }
    Point place = SHAPES.createPoint(plane.forward(degrees));
    LineString line =
        (LineString)
            index.nearestNeighbour(place.getEnvelopeInternal(), place, new GeometryItemDistance());
    int number = (Integer) line.getUserData();
    double along = new LengthIndexedLine(line).project(place.getCoordinate());
    double metres = along / line.getLength() * stretches.get(number).metres();
    return Optional.of(new RoadPoint(number, metres, line.distance(place)));
  }

  /** What lies apart from the longest part of the network. */
  public Apart apart() {
    List<Set<Integer>> parts = new ConnectivityInspector<>(graph()).connectedSets();
    int[] partOf = new int[junctions];
    for (int part = 0; part < parts.size(); part++) {
      for (int junction : parts.get(part)) {
        partOf[junction] = part;
      }
    }
    double[] lengths = new double[parts.size()];
    stretches.forEach(stretch -> lengths[partOf[stretch.from()]] += stretch.metres());
    double all = stretches.stream().mapToDouble(Stretch::metres).sum();
    double longest = Arrays.stream(lengths).max().orElse(0);
    return new Apart(Math.max(0, lengths.length - 1), all - longest, all);
  }

  /** Junctions as numbers from 0, stretches as their numbers, weighted with minutes. */
  Graph<Integer, Integer> graph() {
    Graph<Integer, Integer> graph = new WeightedPseudograph<>(null, null);
    for (int junction = 0; junction < junctions; junction++) {
      graph.addVertex(junction);
    }
    for (int i = 0; i < stretches.size(); i++) {
      Stretch stretch = stretches.get(i);
      graph.addEdge(stretch.from(), stretch.to(), i);
      graph.setEdgeWeight(i, stretch.minutesFor(stretch.metres()));
    }
    return graph;
  }

  List<Stretch> stretches() {
    return stretches;
  }

  GaussKruger plane() {
    return plane;
  }

  int junctions() {
    return junctions;
  }

  /** The lines of a geometry that have a length, without repeated points. */
  private static List<LineString> linesOf(Geometry shape) {
    List<LineString> lines = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof LineString line && line.getLength() > 0) {
        lines.add(
            SHAPES.createLineString(CoordinateArrays.removeRepeatedPoints(line.getCoordinates())));
      }
    }
    return lines;
  }
}
