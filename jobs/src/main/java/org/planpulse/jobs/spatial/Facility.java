package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * A facility in use, of {@code silver.theme_feature} or {@code silver.register_entry}.
 *
 * @param year of its layer or list; empty when the file names none
 * @param classes codes and words that say what it is
 * @param place in degrees
 */
record Facility(
    String dataset,
    Optional<Integer> year,
    String name,
    Set<String> classes,
    String sourceId,
    Coordinate place)
    implements Dated {

  /** Whether it is of one of these classes; of any when none is asked for. */
  boolean isAny(List<String> wanted) {
    return wanted.isEmpty() || wanted.stream().anyMatch(classes::contains);
  }
}
