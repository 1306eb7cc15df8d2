package org.planpulse.jobs.geometry.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.planpulse.jobs.geometry.CleanCover;

/** Finds that touch each other. */
final class Neighbours {

  private Neighbours() {}

  /**
   * Groups of finds joined by touching, in the order of the first of each; points and lines, being
   * of one facility or road, make one group.
   */
  static List<List<Find>> touching(List<Find> finds) {
    if (finds.size() == 1 || !finds.get(0).isLand()) {
      return List.of(finds);
    }
    int[] leader = new int[finds.size()];
    Arrays.setAll(leader, i -> i);
    HPRtree places = new HPRtree();
    for (int i = 0; i < leader.length; i++) {
      places.insert(finds.get(i).shape().getEnvelopeInternal(), i);
    }
    for (int i = 0; i < leader.length; i++) {
      joinNeighbours(i, finds, places, leader);
    }
    SortedMap<Integer, List<Find>> groups = new TreeMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(leader(leader, i), key -> new ArrayList<>()).add(finds.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static void joinNeighbours(int one, List<Find> finds, HPRtree places, int[] leader) {
    Geometry shape = finds.get(one).shape();
    RelateNG prepared = RelateNG.prepare(shape);
    places.query(
        shape.getEnvelopeInternal(),
        found -> {
          int other = (Integer) found;
          int first = leader(leader, one);
          int second = leader(leader, other);
          if (first != second
              && prepared.evaluate(finds.get(other).shape(), RelatePredicate.intersects())) {
            leader[Math.max(first, second)] = Math.min(first, second);
          }
        });
  }

  private static int leader(int[] leader, int of) {
    int top = of;
    while (leader[top] != top) {
      top = leader[top];
    }
    return top;
  }

  /** One geometry of all; overlapping shapes count once. */
  static Geometry union(List<Geometry> shapes) {
    if (shapes.size() == 1) {
      return shapes.get(0);
    }
    return shapes.get(0).getDimension() == 2
        ? CleanCover.of(shapes).orElseGet(() -> OverlayNGRobust.union(shapes))
        : OverlayNGRobust.union(shapes);
  }
}
