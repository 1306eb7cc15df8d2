package org.planpulse.samples.land;

import java.util.ArrayList;
import java.util.List;

/** Takes farmland away to a designed total, by the pieces whose size fits best. */
final class FarmlandLoss {

  private static final int LOSSES_A_YEAR = 3;

  /** What becomes of it, in turn: barns, tracks, fallow grass. */
  private static final List<String> SUCCESSORS = List.of("1202", "1006", "0404");

  /** Smallest piece left or cut off, as a share of the parcel. */
  private static final double SLIVER = 0.12;

  private record Cut(int index, Chord chord, boolean firstLost, double net) {}

  private final ParcelBook book;
  private final List<Integer> losable;

  /**
   * @param losable the numbers of the parcels that may shrink: no permanent basic farmland
   */
  FarmlandLoss(ParcelBook book, List<Integer> losable) {
    this.book = book;
    this.losable = new ArrayList<>(losable);
  }

  void reduceTo(double designed) {
    for (int step = 0; step < LOSSES_A_YEAR; step++) {
      double excess = farmland() - designed;
      lose(nearestCut(excess / (LOSSES_A_YEAR - step)), LandUse.of(SUCCESSORS.get(step)));
    }
  }

  private double farmland() {
    return book.parcels().stream()
        .filter(parcel -> parcel.use().isFarmland())
        .mapToDouble(parcel -> parcel.netArea().doubleValue())
        .sum();
  }

  private Cut nearestCut(double wanted) {
    Cut best = null;
    for (int index : losable) {
      Parcel parcel = book.get(index);
      double share = 1 - parcel.ridgeShare().doubleValue();
      for (Chord chord : Chord.of(parcel)) {
        double whole = parcel.area().doubleValue();
        double first = book.areaOf(chord.firstPiece()).doubleValue();
        if (first > SLIVER * whole && first < (1 - SLIVER) * whole) {
          best = nearer(best, new Cut(index, chord, true, first * share), wanted);
          best = nearer(best, new Cut(index, chord, false, (whole - first) * share), wanted);
        }
      }
    }
    if (best == null) {
      throw new IllegalStateException("no farmland parcel can be cut");
    }
    return best;
  }

  private static Cut nearer(Cut best, Cut other, double wanted) {
    boolean isNearer = best == null || Math.abs(other.net - wanted) < Math.abs(best.net - wanted);
    return isNearer ? other : best;
  }

  /** The piece that stays farmland keeps the index, or goes to the end of the book. */
  private void lose(Cut cut, LandUse successor) {
    LandUse farmed = book.get(cut.index).use();
    if (cut.firstLost) {
      book.split(cut.index, cut.chord, successor, farmed);
      losable.remove(Integer.valueOf(cut.index));
      losable.add(book.size() - 1);
    } else {
      book.split(cut.index, cut.chord, farmed, successor);
    }
  }
}
