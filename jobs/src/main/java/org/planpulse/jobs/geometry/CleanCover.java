package org.planpulse.jobs.geometry;

import java.util.Collection;
import java.util.Optional;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;

/** The land that polygons cover, where it can be shown that they cover it exactly once. */
public final class CleanCover {

  private CleanCover() {}

  /**
   * The union of valid polygons; empty when they overlap or do not meet at the same points. It may
   * have holes: land inside that none of them covers. Works on edges alone, so it costs little more
   * than reading them.
   */
  public static Optional<Geometry> of(Collection<Geometry> polygons) {
    try {
      Geometry union = CoverageUnion.union(polygons.toArray(Geometry[]::new));
      long outlines = polygons.stream().mapToLong(OutlineSum::of).sum();
      return Optional.ofNullable(union)
          .filter(cover -> OutlineSum.of(cover) == outlines && cover.isValid());
    } catch (TopologyException notACover) {
      return Optional.empty();
    }
  }
}
