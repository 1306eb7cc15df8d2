package org.planpulse.samples.geography;

import java.util.Random;

/**
 * A smooth random field over the plane, about within -1 to 1: a sum of plane waves in random
 * directions.
 */
public final class SmoothField {

  private static final int WAVES = 9;

  private final double[] waveX = new double[WAVES];
  private final double[] waveY = new double[WAVES];
  private final double[] phase = new double[WAVES];

  /**
   * @param wavelength metres between the crests of the longest wave; the others are down to a third
   *     of it
   */
  public SmoothField(Random random, double wavelength) {
    for (int i = 0; i < WAVES; i++) {
      double direction = 2 * Math.PI * random.nextDouble();
      double number = 2 * Math.PI / wavelength * (1 + 2 * random.nextDouble());
      waveX[i] = number * Math.cos(direction);
      waveY[i] = number * Math.sin(direction);
      phase[i] = 2 * Math.PI * random.nextDouble();
    }
  }

  public double at(double x, double y) {
    double sum = 0;
    for (int i = 0; i < WAVES; i++) {
      sum += Math.cos(waveX[i] * x + waveY[i] * y + phase[i]);
    }
    return sum / Math.sqrt(2.0 * WAVES);
  }
}
