package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;

/**
 * Which polygons share land, and which land. Each is prepared once for all its neighbours: a
 * polygon of raster cells has tens of thousands of points and thousands of neighbours.
 */
public final class SharedLand {

  private final List<Geometry> shapes;
  private final HPRtree places = new HPRtree();

  /**
   * @param shapes valid polygons and multipolygons, in any one CRS
   */
  public SharedLand(List<Geometry> shapes) {
    this.shapes = List.copyOf(shapes);
    for (int i = 0; i < shapes.size(); i++) {
      places.insert(shapes.get(i).getEnvelopeInternal(), i);
    }
  }

  /** Takes each pair found. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * @param one place of a shape in the list, before {@code other}
     * @param land what lies inside both: a Polygon or MultiPolygon, never empty
     */
    void share(int one, int other, Geometry land);
  }

  /**
   * Calls {@code visitor} for each pair of interest whose insides meet.
   *
   * @param wanted whether a pair, by places in the list, is of interest; else it is not looked at
   */
  public void visit(BiPredicate<Integer, Integer> wanted, Visitor visitor) {
    for (int i = 0; i < shapes.size(); i++) {
      RelateNG prepared = null;
      for (int other : neighbours(i)) {
        if (!wanted.test(i, other)) {
          continue;
        }
        prepared = prepared == null ? RelateNG.prepare(shapes.get(i)) : prepared;
        if (prepared.evaluate(shapes.get(other), IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
          int one = i;
          of(shapes.get(i), shapes.get(other)).ifPresent(land -> visitor.share(one, other, land));
        }
      }
    }
  }

  private List<Integer> neighbours(int one) {
    List<Integer> later = new ArrayList<>();
    places.query(
        shapes.get(one).getEnvelopeInternal(),
        found -> {
          int other = (Integer) found;
          if (other > one) {
            later.add(other);
          }
        });
    return later;
  }

  /** What lies inside both: a Polygon or MultiPolygon; empty where they share no land. */
  public static Optional<Geometry> of(Geometry one, Geometry other) {
    Geometry both = OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    List<Polygon> polygons = new ArrayList<>();
    PolygonExtracter.getPolygons(both, polygons);
    return polygons.isEmpty()
        ? Optional.empty()
        : Optional.of(one.getFactory().buildGeometry(polygons));
  }
}
