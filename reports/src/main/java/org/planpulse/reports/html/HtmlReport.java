package org.planpulse.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Chapter;
import org.planpulse.reports.document.Cover;
import org.planpulse.reports.document.Document;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.document.LightCounts;
import org.planpulse.reports.document.Statements;
import org.planpulse.reports.document.Table;
import org.planpulse.reports.office.PngPicture;
import org.planpulse.reports.wording.Wording;

/**
 * A document as one HTML file without anything outside it: headings by rank, tables with heads and
 * captions, pictures with a text of what they show. Well-formed XML too.
 */
public final class HtmlReport {
  private static final String STYLE = "/planpulse/templates/report.css";

  private final Wording wording;

  public HtmlReport(Wording wording) {
    this.wording = wording;
  }

  public void write(Document document, Path file) throws IOException {
    Files.writeString(file, html(document), StandardCharsets.UTF_8);
  }

  private String html(Document document) {
    Markup out = new Markup();
    String language = document.identity().language().locale().toLanguageTag();
    out.raw("<!DOCTYPE html>\n");
    out.open("html", "lang", language);
    out.open("head");
    out.raw("<meta charset=\"utf-8\"/>\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    out.element("title", document.identity().title());
    out.open("style");
    out.raw(style());
    out.close("style");
    out.close("head");
    out.open("body");
    header(document, out);
    out.open("main");
    document.chapters().forEach(chapter -> chapter(chapter, out));
    out.close("main");
    out.close("body");
    out.close("html");
    return out.toString();
  }

  private void header(Document document, Markup out) {
    out.open("header");
    out.element("h1", document.identity().title());
    out.element("p", document.identity().author() + "  " + document.identity().subject());
    out.element("p", wording.text("html.print", document.identity().day()));
    if (!document.identity().sampleMark().isEmpty()) {
      out.element("p", document.identity().sampleMark(), "class", "sample");
    }
    document.cover().ifPresent(cover -> cover(cover, out));
    out.close("header");
    if (document.isBook()) {
      contents(document.chapters(), out);
    }
  }

  private static void cover(Cover cover, Markup out) {
    out.open("dl");
    for (Cover.Fact fact : cover.facts()) {
      out.element("dt", fact.label());
      out.element("dd", fact.value());
    }
    out.close("dl");
    if (!cover.note().isEmpty()) {
      out.element("p", cover.note(), "class", "note");
    }
  }

  private void contents(List<Chapter> chapters, Markup out) {
    out.open("nav", "aria-label", wording.text("contents"));
    out.element("h2", wording.text("contents"));
    out.open("ul");
    for (Chapter chapter : chapters) {
      out.open("li");
      out.element("a", chapter.bookmark(), "href", "#chapter-" + chapter.number());
      out.close("li");
    }
    out.close("ul");
    out.close("nav");
  }

  private void chapter(Chapter chapter, Markup out) {
    out.open("section", "id", "chapter-" + chapter.number());
    out.element("h2", chapter.bookmark());
    if (!chapter.lead().isEmpty()) {
      out.element("p", chapter.lead(), "class", "lead");
    }
    chapter.blocks().forEach(block -> block(block, out));
    out.close("section");
  }

  private void block(Block block, Markup out) {
    if (block instanceof Table table) {
      HtmlTable.write(table, out);
    } else if (block instanceof LightCounts lights) {
      HtmlTable.write(lights.table(), out);
    } else if (block instanceof Statements statements) {
      statements(statements, out);
    } else if (block instanceof Figure figure) {
      figure(figure, out);
    }
  }

  private static void statements(Statements statements, Markup out) {
    out.element("h3", statements.heading());
    out.open("ol");
    statements.sentences().forEach(sentence -> out.element("li", sentence));
    out.close("ol");
  }

  private static void figure(Figure figure, Markup out) {
    byte[] png = PngPicture.of(figure.drawing(), figure.size().width(), figure.size().height());
    out.open("figure");
    out.empty(
        "img",
        "alt",
        figure.alternative(),
        "width",
        Integer.toString(figure.size().width() * 4 / 3),
        "src",
        "data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    out.open("figcaption");
    out.text(figure.caption().line());
    if (!figure.source().isEmpty()) {
      out.element("small", " " + figure.source());
    }
    out.close("figcaption");
    out.close("figure");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException("no style " + STYLE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
