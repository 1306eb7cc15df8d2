package org.planpulse.reports;

import java.util.HashMap;
import java.util.Map;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.wording.Wording;

/** Texts of the cover. */
final class CoverPage {
  private CoverPage() {}

  static Map<String, Object> parameters(Checkup checkup, Wording wording) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("CITY", checkup.cityName());
    parameters.put("YEAR", wording.text("cover.year", checkup.year()));
    parameters.put("PLAN", checkup.planTitle());
    parameters.put("APPROVAL", checkup.approval());
    parameters.put("STANDARD", checkup.standard());
    parameters.put(
        "SPAN", wording.text("cover.span.value", checkup.baseYear(), checkup.targetYear()));
    parameters.put("AS_OF", checkup.dataAsOf());
    parameters.put("SAMPLE_NOTE", checkup.sampleData() ? checkup.sampleNote() : "");
    return parameters;
  }
}
