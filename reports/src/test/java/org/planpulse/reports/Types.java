package org.planpulse.reports;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.report.ReportType;

/** The declared types of reports and the sentences, as they lie in the schemas module. */
final class Types {
  private static final Schemas SCHEMAS =
      Schemas.load(new SchemaFiles(new TreeMap<>()).overlaidWith(Path.of("..", "schemas")));

  private Types() {}

  static Map<String, ReportType> all() {
    return SCHEMAS.reportTypes();
  }

  static ReportType get(String id) {
    return SCHEMAS.reportTypes().get(id);
  }

  static Map<String, LocalText> sentences() {
    return SCHEMAS.sentences();
  }

  static ReportWriter writer() {
    return new ReportWriter(SCHEMAS.sentences());
  }
}
