package org.planpulse.jobs.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * What became of a delivered geometry.
 *
 * @param geometry valid Polygon or MultiPolygon in x and y; empty if it cannot be repaired
 * @param rung how far up the ladder it had to go
 * @param areaDeltaM2 area after minus area before, m²; the area before is what the formula gives
 *     for the faulty rings, so the loops of a figure of eight cancel in it. Zero if not repaired
 * @param reason what was wrong; empty for a valid delivery
 */
public record RepairResult(
    Optional<Geometry> geometry, Rung rung, double areaDeltaM2, Optional<Reason> reason) {

  /** The steps of the ladder, each taken only if the one before did not make the geometry valid. */
  public enum Rung {
    /** Valid as delivered. */
    AS_IS,
    /** Repeated points removed, rings left with fewer than three different points dropped. */
    CLEANED,
    /** Rings rebuilt with all their loops, parts merged, lines left over dropped. */
    FIXED,
    /** Rebuilt rings shared edges, or could not be rebuilt: merged by a buffer of width zero. */
    BUFFERED,
    UNREPAIRABLE
  }

  public enum Problem {
    /** No geometry, or one without points. */
    MISSING,
    NOT_POLYGONAL,
    /** A coordinate that is no finite number. */
    NOT_FINITE,
    /** A coordinate that its reference system cannot hold. */
    OUT_OF_RANGE,
    /** Rings that cross, touch or nest as they must not. */
    INVALID_TOPOLOGY,
    /** Nothing valid with an area could be made of it. */
    NO_AREA
  }

  /**
   * @param message the validity error in words, e.g. "Self-intersection"; the type's name for a
   *     geometry that is not polygonal
   * @param place where, in the units of the geometry; empty if the fault has no place
   */
  public record Reason(Problem problem, String message, Optional<Coordinate> place) {}

  static RepairResult valid(Geometry geometry) {
    return new RepairResult(Optional.of(geometry), Rung.AS_IS, 0, Optional.empty());
  }

  static RepairResult repaired(Geometry geometry, Rung rung, double areaDeltaM2, Reason reason) {
    return new RepairResult(Optional.of(geometry), rung, areaDeltaM2, Optional.of(reason));
  }

  static RepairResult unrepairable(Reason reason) {
    return new RepairResult(Optional.empty(), Rung.UNREPAIRABLE, 0, Optional.of(reason));
  }
}
