package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.geometry.PieceBook.Piece;

/**
 * One parcel by unit and zone. A parcel inside a unit or zone takes its whole area there and is
 * never intersected; the pieces of one that borders cross close against it, see {@link PieceBook}.
 */
public final class ParcelOverlay {

  /** The layer of units, and of land as such. */
  public static final String LAND = "";

  /** A sum of shares this close to 1 differs from it by the rounding of doubles. */
  private static final double ROUNDING = 1e-11;

  /** Land outside all units that is less of a parcel than this is rounding of coordinates. */
  private static final double SMALLEST_SHARE = 1e-9;

  private final List<Plot> plots;
  private final double[] weights;
  private final List<Part> units;
  private final List<Part> zones;
  private final List<Piece> pieces = new ArrayList<>();

  /**
   * A part of a unit or zone.
   *
   * @param layer {@value #LAND} for units
   * @param zone code of the unit or id of the zone
   */
  public record Part(String layer, String zone, Polygon shape) {}

  private ParcelOverlay(Geometry shape, List<Part> near) {
    this.plots = Plot.of(shape);
    this.weights = Plot.weights(plots);
    this.units = new ArrayList<>(near.size());
    this.zones = new ArrayList<>(near.size());
    for (Part part : near) {
      (part.layer().equals(LAND) ? units : zones).add(part);
    }
  }

  /**
   * @param shape valid Polygon or MultiPolygon in degrees
   * @param hundredths its official area in 0.01 m²
   * @param near parts whose boxes meet that of the shape, always in the same order, since shares
   *     are summed in it. What no unit covers counts under the unit ""
   * @return areas by unit, layer and zone, none zero; those of layer {@value #LAND} add up to the
   *     parcel, if there are units
   */
  public static List<Entry> of(Geometry shape, long hundredths, List<Part> near) {
    if (hundredths == 0) {
      return List.of();
    }
    List<Piece> pieces = new ParcelOverlay(shape, near).pieces();
    return pieces.stream().allMatch(piece -> piece.share() == 1)
        ? pieces.stream()
            .map(piece -> new Entry(piece.unit(), piece.layer(), piece.zone(), hundredths))
            .toList()
        : PieceBook.close(hundredths, pieces);
  }

  private List<Piece> pieces() {
    Map<String, Double> unitShares = shares(units).getOrDefault(LAND, Collections.emptySortedMap());
    var zoneShares = shares(zones);
    unitShares.forEach(
        (unit, unitShare) -> {
          pieces.add(new Piece(unit, LAND, "", unitShare));
          zoneShares.forEach(
              (layer, byZone) ->
                  byZone.forEach((zone, share) -> add(unit, unitShare, layer, zone, share)));
        });
    addOutsideUnits(unitShares, zoneShares);
    return pieces;
  }

  /** What no unit covers counts under the unit "". */
  private void addOutsideUnits(
      Map<String, Double> unitShares, Map<String, SortedMap<String, Double>> zoneShares) {
    double open = 1 - unitShares.values().stream().mapToDouble(Double::doubleValue).sum();
    if (open < SMALLEST_SHARE) {
      return;
    }
    Map<List<String>, Double> inUnits = new HashMap<>();
    pieces.forEach(
        piece -> inUnits.merge(List.of(piece.layer(), piece.zone()), piece.share(), Double::sum));
    if (!units.isEmpty()) {
      pieces.add(new Piece("", LAND, "", open));
    }
    zoneShares.forEach(
        (layer, byZone) ->
            byZone.forEach(
                (zone, share) -> {
                  double rest = share - inUnits.getOrDefault(List.of(layer, zone), 0.0);
                  if (rest > SMALLEST_SHARE) {
                    pieces.add(new Piece("", layer, zone, rest));
                  }
                }));
  }

  /** Only where a unit's border and a zone's cross the same parcel is a piece of land made. */
  private void add(String unit, double unitShare, String layer, String zone, double zoneShare) {
    double share =
        unitShare == 1 || zoneShare == 1 ? unitShare * zoneShare : shareOfBoth(unit, layer, zone);
    if (share > 0) {
      pieces.add(new Piece(unit, layer, zone, share));
    }
  }

  private double shareOfBoth(String unit, String layer, String zone) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (Part part : units) {
        if (part.zone().equals(unit)) {
          sum += weights[i] * shareOfBoth(plots.get(i), part, layer, zone);
        }
      }
    }
    return sum;
  }

  private double shareOfBoth(Plot plot, Part unitPart, String layer, String zone) {
    double unitShare = InsideShare.of(unitPart.shape(), plot);
    Geometry piece =
        unitShare == 0
            ? plot.shape().getFactory().createPolygon()
            : InsideShare.cut(unitPart.shape(), plot);
    if (piece.isEmpty()) {
      return 0;
    }
    Plot inUnit = new Plot(piece);
    double sum = 0;
    for (Part zonePart : zones) {
      if (zonePart.layer().equals(layer) && zonePart.zone().equals(zone)) {
        sum += unitShare * InsideShare.of(zonePart.shape(), inUnit);
      }
    }
    return sum;
  }

  /** Shares of the parcel above zero, by layer and zone. */
  private SortedMap<String, SortedMap<String, Double>> shares(List<Part> parts) {
    SortedMap<String, SortedMap<String, Double>> layers = new TreeMap<>();
    for (int i = 0; i < weights.length; i++) {
      for (Part part : parts) {
        double share = InsideShare.of(part.shape(), plots.get(i));
        if (share > 0) {
          layers
              .computeIfAbsent(part.layer(), layer -> new TreeMap<>())
              .merge(part.zone(), weights[i] * share, ParcelOverlay::sum);
        }
      }
    }
    return layers;
  }

  private static double sum(double one, double other) {
    double sum = one + other;
    return sum > 1 - ROUNDING ? 1 : sum;
  }
}
