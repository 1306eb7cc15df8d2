package org.planpulse.samples;

/**
 * Size and seed of a demo city.
 *
 * @param parcels about how many land parcels a year has, at least 3000
 * @param seed everything random in the files comes from it
 */
public record DemoOptions(int parcels, long seed) {

  private static final int FEWEST = 3_000;

  public static final DemoOptions DEFAULT = new DemoOptions(30_000, 42);

  public DemoOptions {
    if (parcels < FEWEST) {
      throw new IllegalArgumentException("a demo city has at least " + FEWEST + " parcels");
    }
  }
}
