package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Shares out a parcel's official area among the units and zones whose borders cross it, in whole
 * 0.01 m². The pieces of units add up to the parcel, and the pieces of zones that fill a unit's
 * piece add up to that piece: the largest takes what rounding left, so that no sliver gains land.
 */
public final class PieceBook {

  /** Zones that leave less than half of 0.01 m² open fill the land. */
  private static final double ROUNDING = 0.5;

  /** Sums of doubles depend on their order, so the order is fixed. */
  private static final Comparator<Piece> ORDER =
      Comparator.comparing(Piece::layer)
          .thenComparing(Piece::unit)
          .thenComparing(Piece::zone)
          .thenComparing(Piece::share);

  private PieceBook() {}

  /**
   * Land of a parcel inside a unit and a zone.
   *
   * @param layer of the zone; empty for the land of the unit, whatever the zones
   * @param share of the parcel, 0 to 1
   */
  public record Piece(String unit, String layer, String zone, double share) {}

  /**
   * What was booked for all pieces of one unit, layer and zone.
   *
   * @param hundredths area in 0.01 m²
   */
  public record Entry(String unit, String layer, String zone, long hundredths) {}

  /**
   * @param hundredths the parcel's area in 0.01 m²
   * @param pieces in any order, any number for a unit and zone; without any of the empty layer the
   *     parcel lies wholly in the unit they name
   * @return in the order of layers, units and zones, none of area zero
   */
  public static List<Entry> close(long hundredths, List<Piece> pieces) {
    SortedMap<String, SortedMap<String, SortedMap<String, Double>>> layers = new TreeMap<>();
    pieces.stream()
        .sorted(ORDER)
        .forEach(
            piece ->
                layers
                    .computeIfAbsent(piece.layer(), layer -> new TreeMap<>())
                    .computeIfAbsent(piece.unit(), unit -> new TreeMap<>())
                    .merge(piece.zone(), piece.share(), Double::sum));
    SortedMap<String, Part> units = units(hundredths, layers.get(""));
    List<Entry> entries = new ArrayList<>();
    layers.forEach(
        (layer, byUnit) ->
            byUnit.forEach(
                (unit, zones) -> {
                  Part part = units.getOrDefault(unit, new Part(1, hundredths));
                  split(hundredths, part, zones).entrySet().stream()
                      .filter(zone -> zone.getValue().hundredths() > 0)
                      .map(z -> new Entry(unit, layer, z.getKey(), z.getValue().hundredths()))
                      .forEach(entries::add);
                }));
    return entries;
  }

  private record Part(double share, long hundredths) {}

  private static SortedMap<String, Part> units(
      long hundredths, SortedMap<String, SortedMap<String, Double>> land) {
    SortedMap<String, Double> shares = new TreeMap<>();
    if (land != null) {
      land.forEach((unit, pieces) -> shares.put(unit, pieces.get("")));
    }
    return split(hundredths, new Part(1, hundredths), shares);
  }

  /**
   * @param parcel area in 0.01 m² that shares refer to
   * @param whole what the pieces lie in
   */
  private static SortedMap<String, Part> split(
      long parcel, Part whole, SortedMap<String, Double> shares) {
    double covered = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    double open = (whole.share() - covered) * parcel;
    SortedMap<String, Part> parts = new TreeMap<>();
    long left = whole.hundredths();
    for (var piece : shares.entrySet()) {
      long area = Math.round(parcel * piece.getValue());
      // Zones that overlap each other hold more than there is.
      area = open > -ROUNDING ? Math.min(left, area) : area;
      parts.put(piece.getKey(), new Part(piece.getValue(), area));
      left -= area;
    }
    if (!shares.isEmpty() && Math.abs(open) < ROUNDING) {
      long rest = left;
      parts.computeIfPresent(
          largest(shares), (zone, part) -> new Part(part.share(), part.hundredths() + rest));
    }
    return parts;
  }

  /** By share, the first by name of equal ones. */
  private static String largest(SortedMap<String, Double> shares) {
    return Collections.max(
            shares.entrySet(),
            Map.Entry.<String, Double>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .getKey();
  }
}
