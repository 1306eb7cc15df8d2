package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.wording.Wording;

/** The chapters of the annual report, in order and numbered. */
final class AnnualChapters {
  private final Checkup checkup;
  private final Wording wording;

  AnnualChapters(Checkup checkup, Wording wording) {
    this.checkup = checkup;
    this.wording = wording;
  }

  /** What a chapter needs besides its content: its number and the numbering of its captions. */
  record Place(int number, Wording wording, Captions captions) {
    String chapter() {
      return Integer.toString(number);
    }
  }

  List<Chapter> all() {
    List<BiFunction<Checkup, Place, Chapter>> writers = new ArrayList<>();
    writers.add(VerdictChapter::write);
    if (checkup.errata() != null) {
      writers.add(ErrataChapter::write);
    }
    writers.add(IndicatorsChapter::write);
    for (Dimension dimension : checkup.dimensions()) {
      writers.add((all, place) -> DimensionChapter.write(dimension, all, place));
    }
    writers.add(ControlLinesChapter::write);
    writers.add(LandUseChapter::write);
    writers.add(WarningsChapter::write);
    writers.add(SourcesChapter::write);
    if (!checkup.trace().isEmpty()) {
      writers.add(TraceChapter::write);
    }

    List<Chapter> chapters = new ArrayList<>();
    for (BiFunction<Checkup, Place, Chapter> writer : writers) {
      int number = chapters.size() + 1;
      chapters.add(
          writer.apply(checkup, new Place(number, wording, new Captions(wording, number))));
    }
    return chapters;
  }
}
