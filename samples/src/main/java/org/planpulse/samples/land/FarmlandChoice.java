package org.planpulse.samples.land;

import java.math.BigDecimal;
import java.util.List;
import org.planpulse.samples.geography.Cell;

/**
 * Which of many small cells become farmland, so that their net area is the design: the first ones
 * up to the design, then the one exchange that comes nearest to it.
 */
final class FarmlandChoice {

  private final double[] net;
  private final boolean[] chosen;

  private FarmlandChoice(double[] net) {
    this.net = net;
    this.chosen = new boolean[net.length];
  }

  /** From cells in order of preference, with the use that each would get. */
  static FarmlandChoice of(List<Cell> cells, List<LandUse> uses) {
    double[] net = new double[cells.size()];
    for (int i = 0; i < net.length; i++) {
      net[i] = netArea(cells.get(i), uses.get(i));
    }
    FarmlandChoice choice = new FarmlandChoice(net);
    double missing = choice.takeFirst(Farmland.designed(2020));
    choice.exchange(missing);
    return choice;
  }

  boolean isFarmland(int i) {
    return chosen[i];
  }

  private double takeFirst(double wanted) {
    double missing = wanted;
    for (int i = 0; i < net.length && net[i] <= missing; i++) {
      chosen[i] = true;
      missing -= net[i];
    }
    return missing;
  }

  private void exchange(double missing) {
    int out = -1;
    int in = -1;
    double least = missing;
    for (int i = 0; i < net.length; i++) {
      for (int k = 0; chosen[i] && k < net.length; k++) {
        double miss = Math.abs(missing - (net[k] - net[i]));
        if (!chosen[k] && miss < least) {
          least = miss;
          out = i;
          in = k;
        }
      }
    }
    if (out >= 0) {
      chosen[out] = false;
      chosen[in] = true;
    }
  }

  private static double netArea(Cell cell, LandUse use) {
    BigDecimal area = BigDecimal.valueOf(cell.area());
    return new Parcel(0, 0, null, cell.site(), cell.ring(), area, use).netArea().doubleValue();
  }
}
