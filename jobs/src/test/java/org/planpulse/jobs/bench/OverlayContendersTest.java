package org.planpulse.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.samples.overlay.OverlaySample;

/** The bench compares like with like: both overlays in Java come to the same, to the last digit. */
class OverlayContendersTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void writeACity() throws Exception {
    OverlaySample.write(folder, 3_000, 7);
  }

  @Test
  void theLoopAndSparkComeToTheSameSums() throws Exception {
    OverlaySums loop = JtsLoop.run(folder, 2);
    OverlaySums spark = SparkOverlay.run(SharedSpark.session(), folder);
    assertThat(spark).isEqualTo(loop);
    assertThat(loop.closureError(OverlaySample.COVERING_LAYER)).isLessThan(0.001);
  }

  @Test
  void sumsAreReadAsTheyWereWritten() throws Exception {
    OverlaySums sums = JtsLoop.run(folder, 1);
    Path file = folder.resolve("sums.csv");
    sums.write(file);
    assertThat(OverlaySums.read(file)).isEqualTo(sums);
    assertThat(OverlaySums.read(file).largestDifference(sums)).isZero();
  }
}
