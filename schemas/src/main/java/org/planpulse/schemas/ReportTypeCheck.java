package org.planpulse.schemas;

import static java.util.stream.Collectors.toSet;
import static org.planpulse.schemas.SchemaCheck.require;

import java.util.Set;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.report.ReportType;

/**
 * Checks that what a report names is in the catalogue or a code list, and that years are counted.
 */
final class ReportTypeCheck {

  private static final Set<String> EACH = Set.of("", "dimension");

  private final Schemas schemas;
  private final Set<String> indicators;

  ReportTypeCheck(Schemas schemas) {
    this.schemas = schemas;
    this.indicators = schemas.indicators().stream().map(Indicator::code).collect(toSet());
  }

  void run() {
    schemas.reportTypes().values().forEach(this::check);
  }

  private void check(ReportType type) {
    String where = "report type " + type.id();
    require(type.years() >= 1, where, "looks back upon " + type.years() + " years");
    for (ReportType.Chapter chapter : type.chapters()) {
      require(EACH.contains(chapter.each()), where, "has chapters for each " + chapter.each());
      for (ReportType.Part part : chapter.parts()) {
        for (String code : part.indicators()) {
          require(indicators.contains(code), where, "names unknown indicator " + code);
        }
        for (String id : part.groups()) {
          require(schemas.landGroups().containsKey(id), where, "names unknown land group " + id);
        }
      }
    }
  }
}
