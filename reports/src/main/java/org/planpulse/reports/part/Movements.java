package org.planpulse.reports.part;

import java.util.List;
import org.planpulse.reports.model.Dimension.IndicatorRow;

/** How many indicators rose, fell and stayed level between two years, at the decimals shown. */
record Movements(long up, long down, long level) {

  static Movements of(List<IndicatorRow> rows, int from, int to) {
    List<Movement> moved = rows.stream().map(row -> Movement.of(row, from, to)).toList();
    return new Movements(
        count(moved, Movement.UP), count(moved, Movement.DOWN), count(moved, Movement.LEVEL));
  }

  private static long count(List<Movement> moved, Movement movement) {
    return moved.stream().filter(one -> one == movement).count();
  }

  /** How many can be compared at all. */
  long compared() {
    return up + down + level;
  }
}
