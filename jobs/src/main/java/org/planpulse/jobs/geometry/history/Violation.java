package org.planpulse.jobs.geometry.history;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A violation in one year, see {@link ViolationHistory}.
 *
 * @param firstSeen first year in which it was found
 * @param hundredths as of {@link Find}; of a violation that is gone, what it had the year before
 * @param parcels sorted, each once
 */
public record Violation(
    int year, int firstSeen, State state, long hundredths, List<String> parcels, Geometry shape) {

  /** Compared with the year before. */
  public enum State {
    NEW,
    OPEN,
    GONE
  }
}
