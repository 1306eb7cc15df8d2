package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Verdict;
import org.planpulse.reports.model.Warning;

/** Copies of a check-up that differ in one thing. */
final class Changed {
  private Changed() {}

  static Checkup sampleData(Checkup checkup, boolean sampleData) {
    return copy(checkup, checkup.cityName(), sampleData, checkup.verdict(), checkup.warnings());
  }

  static Checkup cityName(Checkup checkup, String cityName) {
    return copy(checkup, cityName, checkup.sampleData(), checkup.verdict(), checkup.warnings());
  }

  static Checkup noWarnings(Checkup checkup) {
    return copy(checkup, checkup.cityName(), checkup.sampleData(), checkup.verdict(), List.of());
  }

  static Checkup noFindings(Checkup checkup) {
    return findings(checkup, List.of());
  }

  static Checkup findings(Checkup checkup, List<String> findings) {
    Verdict v = checkup.verdict();
    Verdict verdict =
        new Verdict(
            v.conclusion(), v.lights(), v.notEvaluated(), v.binding(), findings, v.measures());
    return copy(checkup, checkup.cityName(), checkup.sampleData(), verdict, checkup.warnings());
  }

  private static Checkup copy(
      Checkup c, String cityName, boolean sampleData, Verdict verdict, List<Warning> warnings) {
    return new Checkup(
        c.language(),
        c.cityCode(),
        cityName,
        c.planTitle(),
        c.approval(),
        c.year(),
        c.baseYear(),
        c.targetYear(),
        c.standard(),
        c.dataAsOf(),
        sampleData,
        c.sampleNote(),
        verdict,
        c.dimensions(),
        c.controlLines(),
        c.landUse(),
        c.landGroups(),
        warnings,
        c.sources(),
        c.trace(),
        c.errata());
  }
}
