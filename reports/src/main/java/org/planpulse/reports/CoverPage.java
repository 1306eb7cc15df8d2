package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Cover.Fact;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.drawing.CoverArt;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.report.ReportType;

/** What the cover of a book says. */
final class CoverPage {
  private CoverPage() {}

  /**
   * @param note stands below the facts; empty for none
   */
  static Cover of(Checkup checkup, ReportType type, String note, Wording wording) {
    int from = checkup.year() - type.years() + 1;
    return new Cover(
        checkup.cityName(),
        wording.text("report.kind"),
        type.name().in(checkup.language()),
        type.years() > 1
            ? wording.text("cover.years", from, checkup.year())
            : wording.text("cover.year", checkup.year()),
        List.of(
            new Fact(wording.text("cover.plan"), checkup.planTitle()),
            new Fact(
                wording.text("cover.span"),
                wording.text("cover.span.value", checkup.baseYear(), checkup.targetYear())),
            new Fact(wording.text("cover.approval"), checkup.approval()),
            new Fact(wording.text("cover.standard"), checkup.standard()),
            new Fact(wording.text("cover.asof"), checkup.dataAsOf())),
        note,
        art(checkup.landUse().map()));
  }

  /** No map, no ornament. */
  private static Drawing art(MapFigure map) {
    return map == null ? null : new CoverArt(map);
  }
}
