package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Errata;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** The figures that an earlier edition of the report printed otherwise. */
final class ErrataChapter {
  private ErrataChapter() {}

  record ErratumLine(
      String indicator,
      String year,
      String unit,
      String before,
      String after,
      String difference,
      String note) {}

  static Chapter write(Checkup checkup, Place place) {
    Errata errata = checkup.errata();
    Wording wording = place.wording();
    List<ErratumLine> lines = errata.rows().stream().map(row -> line(row, wording)).toList();
    return new Chapter(
        place.chapter(),
        wording.text("chapter.errata"),
        errata.summary(),
        lines.isEmpty()
            ? List.of()
            : List.of(
                Blocks.table(
                    "errata",
                    place.captions().table("errata.caption"),
                    wording.text("errata.note"),
                    lines)));
  }

  private static ErratumLine line(Errata.Row row, Wording wording) {
    Double difference = row.after() == null ? null : row.after() - row.before();
    return new ErratumLine(
        row.code() + " " + row.name(),
        Integer.toString(row.year()),
        row.unit(),
        NumberText.of(row.before(), row.decimals()),
        NumberText.of(row.after(), row.decimals()),
        NumberText.signed(difference, row.decimals()),
        wording.text("errata.why", row.reason(), row.source()));
  }
}
