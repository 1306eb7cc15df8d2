package org.planpulse.reports;

import java.util.List;
import java.util.stream.Stream;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.layout.Chapter;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Trace;
import org.planpulse.reports.wording.Wording;

/** The annex that follows each figure to the files it rests on: one row an input. */
final class TraceChapter {
  private TraceChapter() {}

  record TraceLine(
      String section, String formula, String input, String amount, String source, String known) {}

  static Chapter write(Checkup checkup, Place place) {
    Wording wording = place.wording();
    return new Chapter(
        place.chapter(),
        wording.text("chapter.trace"),
        wording.text("trace.summary", checkup.trace().size()),
        List.of(
            Blocks.table(
                "trace",
                place.captions().table("trace.caption", checkup.year()),
                wording.text("trace.note"),
                checkup.trace().stream().flatMap(TraceChapter::lines).toList())));
  }

  private static Stream<TraceLine> lines(Trace trace) {
    return trace.inputs().stream()
        .map(
            input ->
                new TraceLine(
                    trace.figure(),
                    trace.formula(),
                    input.name(),
                    input.amount(),
                    input.source(),
                    input.known()));
  }
}
