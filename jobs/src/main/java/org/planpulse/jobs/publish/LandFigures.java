package org.planpulse.jobs.publish;

import java.util.HashMap;
import java.util.Map;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LandGroup;

/** What a sentence may say of the land of a year: the names it fills in. */
final class LandFigures {

  private static final double M2_PER_HM2 = 10_000;
  private static final double M2_PER_KM2 = 1e6;

  private LandFigures() {}

  /**
   * {@code total} and every land group by its id, in hectares; with {@code .km2} in square
   * kilometres; a group with {@code .share} in percent of the total; and the {@code year}.
   *
   * @param land of the year, of which there must be some
   */
  static Map<String, Object> of(int year, LandAreas land, Map<String, LandGroup> groups) {
    double total = land.total().doubleValue();
    Map<String, Object> figures = new HashMap<>();
    figures.put("year", year);
    put(figures, "total", total);
    land.byGroup(groups)
        .forEach(
            (group, m2) -> {
              put(figures, group, m2);
              figures.put(group + ".share", Sentences.number(100 * m2 / total, 1));
            });
    return figures;
  }

  private static void put(Map<String, Object> figures, String name, double m2) {
    figures.put(name, Sentences.number(m2 / M2_PER_HM2, 2));
    figures.put(name + ".km2", Sentences.number(m2 / M2_PER_KM2, 2));
  }
}
