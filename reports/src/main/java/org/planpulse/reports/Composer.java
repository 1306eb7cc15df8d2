package org.planpulse.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Identity;
import org.planpulse.reports.model.Checkup;
import org.planpulse.reports.model.Dimension;
import org.planpulse.reports.model.ReturnNote;
import org.planpulse.reports.model.Unit;
import org.planpulse.reports.model.Warning;
import org.planpulse.reports.part.Captions;
import org.planpulse.reports.part.Leads;
import org.planpulse.reports.part.Parts;
import org.planpulse.reports.part.Scope;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.report.ReportType;
import org.planpulse.schemas.report.ReportType.Form;

/** Puts a document together as its type declares. */
final class Composer {
  private final ReportType type;
  private final Subject subject;
  private final Wording wording;
  private final Sentences sentences;
  private final Map<String, String> chapters;

  Composer(ReportType type, Subject subject, Wording wording, Sentences sentences) {
    this.type = type;
    this.subject = subject;
    this.wording = wording;
    this.sentences = sentences;
    this.chapters = chapters();
  }

  /**
   * @param most lines a list may have
   */
  Document compose(int most) {
    List<Chapter> chapters = new ArrayList<>();
    for (ReportType.Chapter declared : type.chapters()) {
      for (Optional<Dimension> dimension : dimensions(declared)) {
        String number = type.form() == Form.BOOK ? Integer.toString(chapters.size() + 1) : "";
        Chapter chapter = chapter(declared, dimension, number, most);
        if (!chapter.lead().isEmpty() || !chapter.blocks().isEmpty()) {
          chapters.add(chapter); // errata and notes on samples: nothing to say is no chapter
        }
      }
    }
    return new Document(
        identity(),
        type.form() == Form.BOOK
            ? subject
                .checkup()
                .map(checkup -> CoverPage.of(checkup, type, sampleNote(checkup), wording))
            : Optional.empty(),
        chapters);
  }

  /** With the chapter that cites the facts among the samples, if there is one. */
  private String sampleNote(Checkup checkup) {
    if (!checkup.sampleData()) {
      return "";
    }
    String cited =
        Optional.ofNullable(chapters.get("citations"))
            .map(chapter -> sentences.say("sample.cited", "chapter", chapter))
            .orElse("");
    return sentences.follow(checkup.sampleNote(), cited);
  }

  private List<Optional<Dimension>> dimensions(ReportType.Chapter declared) {
    return declared.each().isEmpty()
        ? List.of(Optional.empty())
        : subject.dimensions().stream().map(Optional::of).toList();
  }

  private Chapter chapter(
      ReportType.Chapter declared, Optional<Dimension> dimension, String number, int most) {
    Captions captions = new Captions(wording, number);
    List<Block> blocks = new ArrayList<>();
    for (ReportType.Part part : declared.parts()) {
      blocks.addAll(Parts.write(scope(part, dimension, captions, most)));
    }
    return new Chapter(
        number,
        filled(declared.title(), dimension),
        Leads.write(declared.lead(), scope(together(declared), dimension, captions, most)),
        blocks);
  }

  private Scope scope(
      ReportType.Part part, Optional<Dimension> dimension, Captions captions, int most) {
    return new Scope(
        subject, dimension, part, type.years(), chapters, most, wording, sentences, captions);
  }

  private Map<String, String> chapters() {
    Map<String, String> chapters = new HashMap<>();
    for (ReportType.Chapter chapter : type.chapters()) {
      String title = filled(chapter.title(), Optional.empty());
      chapter.parts().forEach(part -> chapters.putIfAbsent(part.part(), title));
    }
    return chapters;
  }

  /** The chapter's lead is about the indicators of all its parts. */
  private static ReportType.Part together(ReportType.Chapter declared) {
    Stream<String> indicators =
        declared.parts().stream().flatMap(part -> part.indicators().stream()).distinct();
    return new ReportType.Part("lead " + declared.lead(), null, indicators.toList(), null, null);
  }

  private Identity identity() {
    return new Identity(
        subject.language(),
        filled(type.title(), Optional.empty()),
        subject.city(),
        subject
            .checkup()
            .map(checkup -> wording.text("report.subject", checkup.planTitle(), checkup.standard()))
            .orElseGet(() -> type.name().in(subject.language())),
        subject.sampleData() ? wording.text("sample.mark") : "",
        subject.day());
  }

  private String filled(LocalText title, Optional<Dimension> dimension) {
    int year = subject.checkup().map(Checkup::year).orElse(0);
    return title
        .in(subject.language())
        .replace("{city}", subject.city())
        .replace("{year}", Integer.toString(year))
        .replace("{from}", Integer.toString(year - type.years() + 1))
        .replace("{dimension}", dimension.map(Dimension::name).orElse(""))
        .replace("{object}", subject.warning().map(Warning::object).orElse(""))
        .replace("{unit}", subject.unit().map(Unit::name).orElse(""))
        .replace("{department}", subject.note().map(ReturnNote::department).orElse(""));
  }
}
