package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.planpulse.jobs.geometry.RepairResult.Problem;
import org.planpulse.jobs.geometry.RepairResult.Reason;
import org.planpulse.jobs.geometry.RepairResult.Rung;

/**
 * Makes a delivered patch valid with the least change, or says why that cannot be. Z and M are
 * dropped without counting as a repair. Stays in the reference system given.
 */
public final class GeometryRepair {

  private static final int FEWEST_RING_POINTS = 4;

  private final Envelope range;
  private final ToDoubleFunction<Geometry> area;

  private GeometryRepair(Envelope range, ToDoubleFunction<Geometry> area) {
    this.range = range;
    this.area = area;
  }

  /** For longitude (x) and latitude (y) in degrees; areas are those of the ellipsoid. */
  public static GeometryRepair inDegrees() {
    return new GeometryRepair(
        new Envelope(-180, 180, -90, 90), geometry -> EllipsoidalArea.squareMetres(geometry));
  }

  /** For projected metres, zone number included or not; areas are those of the plane. */
  public static GeometryRepair inMetres() {
    return new GeometryRepair(new Envelope(-1e8, 1e8, -1e8, 1e8), Geometry::getArea);
  }

  /** Never throws; {@code delivered} may be null and is not changed. */
  public RepairResult repair(Geometry delivered) {
    Optional<Reason> obstacle = obstacle(delivered);
    if (obstacle.isPresent()) {
      return RepairResult.unrepairable(obstacle.get());
    }
    Geometry planar = rebuilt(delivered, GeometryRepair::withoutZ);
    planar.setSRID(delivered.getSRID());
    // Of what was delivered: a ring of too few points is gone already from the planar one.
    TopologyValidationError error = new IsValidOp(delivered).getValidationError();
    if (error == null) {
      return RepairResult.valid(planar);
    }
    Reason reason =
        new Reason(
            Problem.INVALID_TOPOLOGY,
            error.getMessage(),
            Optional.ofNullable(error.getCoordinate()));
    return climb(planar, reason);
  }

  private RepairResult climb(Geometry planar, Reason reason) {
    Geometry cleaned = rebuilt(planar, CoordinateArrays::removeRepeatedPoints);
    if (isUsable(cleaned)) {
      return repaired(planar, cleaned, Rung.CLEANED, reason);
    }
    Optional<Geometry> fixed = attempt(planar, GeometryFixer::fix);
    if (fixed.filter(GeometryRepair::isUsable).isPresent()) {
      return repaired(planar, fixed.get(), Rung.FIXED, reason);
    }
    Geometry rest = fixed.filter(geometry -> !geometry.isEmpty()).orElse(planar);
    return attempt(rest, geometry -> geometry.buffer(0))
        .filter(GeometryRepair::isUsable)
        .map(buffered -> repaired(planar, buffered, Rung.BUFFERED, reason))
        .orElseGet(
            () ->
                RepairResult.unrepairable(
                    new Reason(Problem.NO_AREA, reason.message(), reason.place())));
  }

  /**
   * The polygonal parts of what {@code method} makes of the geometry; empty if it gives up, as it
   * may where lines cross within the last digits.
   */
  private static Optional<Geometry> attempt(Geometry geometry, UnaryOperator<Geometry> method) {
    try {
      return Optional.of(polygonalParts(method.apply(geometry)));
    } catch (TopologyException givenUp) {
      return Optional.empty();
    }
  }

  private static Geometry polygonalParts(Geometry geometry) {
    if (isPolygonal(geometry)) {
      return geometry;
    }
    Polygon[] parts = GeometryFactory.toPolygonArray(PolygonExtracter.getPolygons(geometry));
    return parts.length == 1 ? parts[0] : geometry.getFactory().createMultiPolygon(parts);
  }

  private RepairResult repaired(Geometry before, Geometry after, Rung rung, Reason reason) {
    double delta = area.applyAsDouble(after) - area.applyAsDouble(before);
    after.setSRID(before.getSRID());
    return RepairResult.repaired(after, rung, delta, reason);
  }

  private Optional<Reason> obstacle(Geometry geometry) {
    if (geometry == null || geometry.isEmpty()) {
      return Optional.of(new Reason(Problem.MISSING, "", Optional.empty()));
    }
    if (!isPolygonal(geometry)) {
      return Optional.of(
          new Reason(Problem.NOT_POLYGONAL, geometry.getGeometryType(), Optional.empty()));
    }
    for (Coordinate point : geometry.getCoordinates()) {
      if (!Double.isFinite(point.getX()) || !Double.isFinite(point.getY())) {
        return Optional.of(new Reason(Problem.NOT_FINITE, "", Optional.of(point.copy())));
      }
      if (!range.contains(point)) {
        return Optional.of(new Reason(Problem.OUT_OF_RANGE, "", Optional.of(point.copy())));
      }
    }
    return Optional.empty();
  }

  private static boolean isUsable(Geometry geometry) {
    return isPolygonal(geometry) && !geometry.isEmpty() && geometry.isValid();
  }

  private static boolean isPolygonal(Geometry geometry) {
    return geometry instanceof Polygon || geometry instanceof MultiPolygon;
  }

  private static Coordinate[] withoutZ(Coordinate[] points) {
    Coordinate[] planar = new Coordinate[points.length];
    for (int i = 0; i < points.length; i++) {
      planar[i] = new CoordinateXY(points[i].getX(), points[i].getY());
    }
    return planar;
  }

  /** The same polygons with changed rings; holes and parts with too few points left are dropped. */
  private static Geometry rebuilt(Geometry polygonal, UnaryOperator<Coordinate[]> change) {
    GeometryFactory factory = polygonal.getFactory();
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Polygon part = (Polygon) polygonal.getGeometryN(i);
      rebuilt(part.getExteriorRing(), change)
          .ifPresent(shell -> parts.add(factory.createPolygon(shell, holes(part, change))));
    }
    boolean single = polygonal instanceof Polygon && parts.size() == 1;
    return single ? parts.get(0) : factory.createMultiPolygon(parts.toArray(Polygon[]::new));
  }

  private static LinearRing[] holes(Polygon polygon, UnaryOperator<Coordinate[]> change) {
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rebuilt(polygon.getInteriorRingN(i), change).ifPresent(holes::add);
    }
    return holes.toArray(LinearRing[]::new);
  }

  private static Optional<LinearRing> rebuilt(LinearRing ring, UnaryOperator<Coordinate[]> change) {
    Coordinate[] points = change.apply(ring.getCoordinates());
    return points.length < FEWEST_RING_POINTS
        ? Optional.empty()
        : Optional.of(ring.getFactory().createLinearRing(points));
  }
}
