package org.planpulse.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.sf.jasperreports.renderers.Renderable;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.wording.Wording;

/** Blocks that several chapters use. */
final class Blocks {
  private Blocks() {}

  /**
   * @param note stands below the table; empty for none
   */
  static Block table(
      String template, String caption, String note, List<? extends Record> rows, String... heads) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("CAPTION", caption);
    parameters.put("NOTE", note);
    for (int i = 0; i < heads.length; i += 2) {
      parameters.put(heads[i], heads[i + 1]);
    }
    return new Block(template, parameters, rows);
  }

  /** A drawing across the page. */
  static Block figure(Renderable drawing, String caption) {
    return new Block("figure", Map.of("FIGURE", drawing, "CAPTION", caption), List.of());
  }

  /** Numbered sentences below a heading; says so when there are none. */
  static Block sentences(String heading, List<String> sentences, Wording wording) {
    List<Sentence> rows =
        sentences.isEmpty()
            ? List.of(new Sentence("", wording.text("none")))
            : IntStream.range(0, sentences.size())
                .mapToObj(i -> new Sentence((i + 1) + ".", sentences.get(i)))
                .toList();
    return new Block("sentences", Map.of("HEADING", heading), rows);
  }

  record Sentence(String mark, String sentence) {}
}
