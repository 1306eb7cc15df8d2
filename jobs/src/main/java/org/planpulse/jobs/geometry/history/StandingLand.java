package org.planpulse.jobs.geometry.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;
import org.planpulse.jobs.geometry.SharedLand;

/**
 * What became of land that a rule on new land found: in each later year, what of it still is of the
 * rule's group. Land that left the group and comes back is found anew.
 */
public final class StandingLand {

  private StandingLand() {}

  /**
   * @param years in which the rule was checked, ascending
   * @param found new land by the year it entered the group
   * @param ground parcels of the group in later years, as far as they may hold such land
   * @return {@code found}, and for each year after it the part that still stands
   */
  public static List<Find> of(
      List<Integer> years, Collection<Find> found, Collection<Find> ground) {
    Map<Integer, List<Find>> entering = found.stream().collect(Collectors.groupingBy(Find::year));
    Map<Integer, List<Find>> parcels = ground.stream().collect(Collectors.groupingBy(Find::year));
    List<Find> all = new ArrayList<>();
    List<Find> before = List.of();
    for (int year : years) {
      List<Find> there =
          Stream.concat(
                  standing(before, parcels.getOrDefault(year, List.of())).stream(),
                  entering.getOrDefault(year, List.of()).stream())
              .toList();
      all.addAll(there);
      before = there;
    }
    return all;
  }

  private static List<Find> standing(List<Find> before, List<Find> parcels) {
    List<Find> standing = new ArrayList<>();
    List<Geometry> shapes = new ArrayList<>();
    before.forEach(find -> shapes.add(find.shape()));
    parcels.forEach(parcel -> shapes.add(parcel.shape()));
    new SharedLand(shapes)
        .visit(
            (one, other) -> one < before.size() && other >= before.size(),
            (one, other, land) ->
                piece(parcels.get(other - before.size()), land).ifPresent(standing::add));
    return standing;
  }

  /** Pieces share out a parcel's area; empty where it is less than 0.01 m². */
  private static Optional<Find> piece(Find parcel, Geometry land) {
    double share =
        EllipsoidalArea.squareMetres(land, Edge.STRAIGHT_IN_DEGREES)
            / EllipsoidalArea.squareMetres(parcel.shape(), Edge.STRAIGHT_IN_DEGREES);
    long hundredths = Math.round(parcel.hundredths() * Math.min(1, share));
    return hundredths == 0
        ? Optional.empty()
        : Optional.of(new Find(parcel.year(), parcel.parcels(), hundredths, land));
  }
}
