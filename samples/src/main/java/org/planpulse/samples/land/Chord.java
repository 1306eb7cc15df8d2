package org.planpulse.samples.land;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A cut through a convex parcel between two of its corners, so that the neighbours need no new
 * corner.
 */
record Chord(Coordinate[] ring, int from, int to) {

  /** Every cut of a parcel. */
  static List<Chord> of(Parcel parcel) {
    Coordinate[] ring = parcel.ring();
    int corners = ring.length - 1;
    List<Chord> chords = new ArrayList<>();
    for (int from = 0; from < corners; from++) {
      for (int to = from + 2; to < corners; to++) {
        if (from > 0 || to < corners - 1) {
          chords.add(new Chord(ring, from, to));
        }
      }
    }
    return chords;
  }

  /** The closed ring along the parcel from the first corner to the second, and back. */
  Coordinate[] firstPiece() {
    return piece(from, to);
  }

  /** The rest of the parcel. */
  Coordinate[] secondPiece() {
    return piece(to, from);
  }

  private Coordinate[] piece(int start, int end) {
    int corners = ring.length - 1;
    int length = Math.floorMod(end - start, corners) + 1;
    Coordinate[] piece = new Coordinate[length + 1];
    for (int i = 0; i < length; i++) {
      piece[i] = ring[(start + i) % corners];
    }
    piece[length] = piece[0];
    return piece;
  }
}
