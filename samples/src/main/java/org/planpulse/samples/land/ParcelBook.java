package org.planpulse.samples.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.planpulse.samples.geography.Cell;
import org.planpulse.samples.geography.EllipsoidalArea;

/** The parcels as they stand, with the numbers given out so far. */
final class ParcelBook {

  private final List<Parcel> parcels = new ArrayList<>();
  private final Map<AdminUnit, Integer> serials = new HashMap<>();
  private final EllipsoidalArea measure = new EllipsoidalArea();
  private int numbers;

  ParcelBook(List<Cell> cells, List<LandUse> uses) {
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      AdminUnit unit = AdminUnit.at(cell.site());
      parcels.add(newParcel(unit, cell.site(), cell.ring(), rounded(cell.area()), uses.get(i)));
    }
  }

  List<Parcel> parcels() {
    return Collections.unmodifiableList(parcels);
  }

  Parcel get(int index) {
    return parcels.get(index);
  }

  int size() {
    return parcels.size();
  }

  void change(int index, LandUse use) {
    parcels.set(index, parcels.get(index).withUse(use));
  }

  /**
   * Cuts a parcel in two with new numbers. The second piece's area is what the first leaves, so
   * that the total stays the same to the last 0.01 m2.
   */
  void split(int index, Chord chord, LandUse first, LandUse second) {
    Parcel whole = parcels.get(index);
    Coordinate[] firstRing = chord.firstPiece();
    Coordinate[] secondRing = chord.secondPiece();
    BigDecimal firstArea = areaOf(firstRing);
    BigDecimal secondArea = whole.area().subtract(firstArea);
    parcels.set(index, newParcel(whole.unit(), middle(firstRing), firstRing, firstArea, first));
    parcels.add(newParcel(whole.unit(), middle(secondRing), secondRing, secondArea, second));
  }

  /** Ellipsoidal, m2 with two decimals. */
  BigDecimal areaOf(Coordinate[] ring) {
    return rounded(measure.ofPlane(ring));
  }

  private Parcel newParcel(
      AdminUnit unit, Coordinate site, Coordinate[] ring, BigDecimal area, LandUse use) {
    numbers++;
    int serial = serials.merge(unit, 1, Integer::sum);
    return new Parcel(numbers, serial, unit, site, ring, area, use);
  }

  private static BigDecimal rounded(double area) {
    return BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_UP);
  }

  /** The mean of the corners, which lies inside a convex ring. */
  private static Coordinate middle(Coordinate[] ring) {
    double x = 0;
    double y = 0;
    for (int i = 0; i + 1 < ring.length; i++) {
      x += ring[i].x - ring[0].x;
      y += ring[i].y - ring[0].y;
    }
    int corners = ring.length - 1;
    return new Coordinate(ring[0].x + x / corners, ring[0].y + y / corners);
  }
}
