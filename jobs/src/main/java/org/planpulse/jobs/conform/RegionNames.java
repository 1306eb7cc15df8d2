package org.planpulse.jobs.conform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planpulse.schemas.plan.Plan;

/** Codes of regions by the names tables print. */
final class RegionNames {

  private final String city;
  private final Map<String, String> codes = new HashMap<>();

  /**
   * @param names administrative units, code by name
   */
  RegionNames(Plan.City city, Map<String, String> names) {
    this.city = city.code();
    names.forEach((name, code) -> codes.put(LabelText.fold(name), code));
    codes.put(LabelText.fold(city.name().zh()), city.code());
    codes.put(LabelText.fold(city.name().en()), city.code());
    city.aliases().forEach(alias -> codes.put(LabelText.fold(alias), city.code()));
  }

  /** The region a table is about when it names none. */
  String city() {
    return city;
  }

  /**
   * @param label folded
   */
  Optional<String> code(String label) {
    return Optional.ofNullable(codes.get(label));
  }
}
