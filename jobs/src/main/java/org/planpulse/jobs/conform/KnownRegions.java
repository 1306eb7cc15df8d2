package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Encoders;
import org.planpulse.jobs.run.RunContext;

/**
 * Codes of the administrative units.
 *
 * @param codes empty while no layer of units was delivered; nothing can be checked then
 */
record KnownRegions(Set<String> codes) implements Serializable {

  static KnownRegions read(RunContext run) {
    return new KnownRegions(
        run
            .warehouse()
            .read("silver.admin_unit")
            .select("region_code")
            .as(Encoders.STRING())
            .collectAsList()
            .stream()
            .collect(Collectors.toSet()));
  }

  /** Rejects a row whose {@code region_code} no unit has. */
  void require(SilverRow row) {
    String code = row.text("region_code");
    if (code != null && !codes.isEmpty() && !codes.contains(code)) {
      row.reject("REGION_UNKNOWN", code, Map.of("item", code, "value", code));
    }
  }
}
