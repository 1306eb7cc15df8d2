package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Envelope;

class PartTilesTest {

  @Property(tries = 200)
  void tilesThatABoxMeetsHoldEveryPartItMeets(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int count) {
    Random random = new Random(seed);
    List<Envelope> parts = Stream.generate(() -> box(random)).limit(count).toList();
    PartTiles tiles = new PartTiles(parts);
    for (int i = 0; i < 20; i++) {
      Envelope shape = box(random);
      List<Integer> met =
          IntStream.range(0, tiles.count())
              .filter(tile -> tiles.box(tile).intersects(shape))
              .boxed()
              .toList();
      assertThat(tiles.near(met, shape))
          .containsExactly(
              IntStream.range(0, count)
                  .filter(part -> parts.get(part).intersects(shape))
                  .toArray());
    }
  }

  /** On a coarse grid, so that boxes often touch; some have no width. */
  private static Envelope box(Random random) {
    double west = 111 + random.nextInt(40) / 16.0;
    double south = 43 + random.nextInt(40) / 16.0;
    return new Envelope(
        west, west + random.nextInt(4) / 16.0, south, south + random.nextInt(4) / 16.0);
  }
}
