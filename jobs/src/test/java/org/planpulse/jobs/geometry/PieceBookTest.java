package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.geometry.PieceBook.Piece;

class PieceBookTest {

  @Test
  void theFirstOfThreeThirdsTakesTheRest() {
    assertThat(
            PieceBook.close(
                10_000, List.of(zone("a", 1 / 3.0), zone("b", 1 / 3.0), zone("c", 1 / 3.0))))
        .containsExactly(
            new Entry("u", "L", "a", 3334),
            new Entry("u", "L", "b", 3333),
            new Entry("u", "L", "c", 3333));
  }

  @Test
  void aSliverGainsNoLandFromRounding() {
    List<Piece> pieces =
        List.of(zone("a", 1 / 3.0), zone("b", 1 / 3.0), zone("c", 1 / 3.0), zone("z", 1e-12));
    assertThat(PieceBook.close(100, pieces)).extracting(Entry::zone).containsExactly("a", "b", "c");
  }

  @Test
  void landBesideTheZonesStaysOutside() {
    assertThat(PieceBook.close(1_001, List.of(zone("a", 0.25), zone("b", 0.25))))
        .containsExactly(new Entry("u", "L", "a", 250), new Entry("u", "L", "b", 250));
  }

  @Test
  void zonesOfALayerThatOverlapKeepWhatEachHolds() {
    assertThat(PieceBook.close(1_000, List.of(zone("a", 0.8), zone("b", 0.7))))
        .containsExactly(new Entry("u", "L", "a", 800), new Entry("u", "L", "b", 700));
  }

  @Property
  void unitsAddUpToTheParcelAndFillingZonesToTheUnits(
      @ForAll @LongRange(min = 1, max = 100_000_000) long parcel,
      @ForAll @IntRange(min = 1, max = 4) int units,
      @ForAll @IntRange(min = 1, max = 5) int zones,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Piece> pieces = new ArrayList<>();
    double[] unitShares = shares(random, units);
    for (int u = 0; u < units; u++) {
      pieces.add(new Piece("u" + u, "", "", unitShares[u]));
      double[] zoneShares = shares(random, zones);
      for (int z = 0; z < zones; z++) {
        pieces.add(new Piece("u" + u, "L", "z" + z, unitShares[u] * zoneShares[z]));
      }
    }
    List<Entry> entries = PieceBook.close(parcel, pieces);
    assertThat(sum(entries, "")).isEqualTo(parcel);
    assertThat(sum(entries, "L")).isEqualTo(parcel);
    Collections.shuffle(pieces, random);
    assertThat(PieceBook.close(parcel, pieces)).isEqualTo(entries);
  }

  private static long sum(List<Entry> entries, String layer) {
    return entries.stream()
        .filter(entry -> entry.layer().equals(layer))
        .mapToLong(Entry::hundredths)
        .sum();
  }

  private static double[] shares(Random random, int count) {
    double[] shares = random.doubles(count, 0.01, 1).toArray();
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static Piece zone(String id, double share) {
    return new Piece("u", "L", id, share);
  }
}
