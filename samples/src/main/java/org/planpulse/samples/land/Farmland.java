package org.planpulse.samples.land;

import java.util.Map;

/**
 * The designed farmland of the city, net of ridges: it falls below 1191 mu, the plan's floor, in
 * 2025.
 */
public final class Farmland {

  private static final double SQUARE_METRES_PER_MU = 2000.0 / 3;

  private static final Map<Integer, Integer> MU =
      Map.of(2020, 1226, 2021, 1219, 2022, 1211, 2023, 1204, 2024, 1195, 2025, 1187);

  private Farmland() {}

  /** Square metres at the end of a year. */
  public static double designed(int year) {
    return MU.get(year) * SQUARE_METRES_PER_MU;
  }
}
