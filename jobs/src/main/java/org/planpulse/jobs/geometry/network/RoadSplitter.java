package org.planpulse.jobs.geometry.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.alg.util.UnionFind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Cuts lines where they meet: in their ends, in vertices they share, and where an end misses
 * another line by no more than a tolerance. Lines that cross without a common vertex do not meet,
 * as one of them passes over the other.
 */
final class RoadSplitter {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** A line between two junctions. */
  record Piece(int line, Coordinate from, Coordinate to, LineString shape) {}

  /** A segment of a line. */
  private record Side(int line, int start, LineSegment segment) {}

  /** Two points that are one junction. */
  private record Meeting(Coordinate one, Coordinate other) {}

  private final List<LineString> lines;
  private final double tolerance;
  private final Set<Coordinate> junctions = new HashSet<>();
  private final List<Meeting> meetings = new ArrayList<>();

  /** Points set into a segment, by line and segment. */
  private final Map<List<Integer>, Set<Coordinate>> inserted = new HashMap<>();

  /**
   * @param lines in metres, each with a length
   * @param tolerance metres
   */
  RoadSplitter(List<LineString> lines, double tolerance) {
    this.lines = lines;
    this.tolerance = tolerance;
    findSharedVertices();
    findEndsNearLines();
  }

  /** The pieces, in the order of the lines; ends that are one junction are equal. */
  List<Piece> pieces() {
    UnionFind<Coordinate> places = new UnionFind<>(junctions);
    meetings.forEach(meeting -> places.union(meeting.one(), meeting.other()));
    List<Piece> pieces = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      cut(line, places, pieces);
    }
    return pieces;
  }

  private void findSharedVertices() {
    Map<Coordinate, Integer> uses = new LinkedHashMap<>();
    for (LineString line : lines) {
      for (Coordinate vertex : line.getCoordinates()) {
        uses.merge(vertex, 1, Integer::sum);
      }
      junctions.add(first(line));
      junctions.add(last(line));
    }
    uses.forEach(
        (vertex, count) -> {
          if (count > 1) {
            junctions.add(vertex);
          }
        });
  }

  private void findEndsNearLines() {
    STRtree sides = new STRtree();
    for (int line = 0; line < lines.size(); line++) {
      Coordinate[] vertices = lines.get(line).getCoordinates();
      for (int i = 1; i < vertices.length; i++) {
        LineSegment segment = new LineSegment(vertices[i - 1], vertices[i]);
        sides.insert(new Envelope(segment.p0, segment.p1), new Side(line, i - 1, segment));
      }
    }
    Set<Coordinate> ends = new TreeSet<>();
    lines.forEach(line -> ends.addAll(List.of(first(line), last(line))));
    for (Coordinate end : ends) {
      Envelope around = new Envelope(end);
      around.expandBy(tolerance);
      for (Object side : sides.query(around)) {
        meet(end, (Side) side);
      }
    }
  }

  private void meet(Coordinate end, Side side) {
    LineSegment segment = side.segment();
    if (end.equals2D(segment.p0) || end.equals2D(segment.p1) || segment.distance(end) > tolerance) {
      return;
    }
    Coordinate place = segment.closestPoint(end);
    if (place.distance(segment.p0) <= tolerance) {
      place = segment.p0;
    } else if (place.distance(segment.p1) <= tolerance) {
      place = segment.p1;
    } else {
      inserted
          .computeIfAbsent(List.of(side.line(), side.start()), key -> new TreeSet<>(along(segment)))
          .add(place);
    }
    junctions.add(place);
    meetings.add(new Meeting(end, place));
  }

  private void cut(int line, UnionFind<Coordinate> places, List<Piece> pieces) {
    List<Coordinate> open = new ArrayList<>();
    for (Coordinate vertex : withInserted(line)) {
      open.add(vertex);
      if (open.size() > 1 && junctions.contains(vertex)) {
        pieces.add(
            new Piece(
                line,
                places.find(open.get(0)),
                places.find(vertex),
                SHAPES.createLineString(open.toArray(Coordinate[]::new))));
        open = new ArrayList<>(List.of(vertex));
      }
    }
  }

  private List<Coordinate> withInserted(int line) {
    Coordinate[] vertices = lines.get(line).getCoordinates();
    List<Coordinate> all = new ArrayList<>();
    for (int i = 0; i < vertices.length; i++) {
      all.add(vertices[i]);
      all.addAll(inserted.getOrDefault(List.of(line, i), Set.of()));
    }
    return all;
  }

  /** From its beginning on; points of rounded equal distance are kept apart. */
  private static Comparator<Coordinate> along(LineSegment segment) {
    return Comparator.<Coordinate>comparingDouble(segment.p0::distance)
        .thenComparing(Comparator.naturalOrder());
  }

  private static Coordinate first(LineString line) {
    return line.getCoordinateN(0);
  }

  private static Coordinate last(LineString line) {
    return line.getCoordinateN(line.getNumPoints() - 1);
  }
}
