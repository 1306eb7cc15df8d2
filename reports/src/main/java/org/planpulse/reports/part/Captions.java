package org.planpulse.reports.part;

import org.planpulse.reports.document.Caption;
import org.planpulse.reports.wording.Wording;

/** Numbers the tables and figures of one chapter: 3-1, 3-2... */
public final class Captions {
  private final Wording wording;
  private final String chapter;
  private int tables;
  private int figures;

  /**
   * @param chapter its number; empty where nothing is numbered
   */
  public Captions(Wording wording, String chapter) {
    this.wording = wording;
    this.chapter = chapter;
  }

  Caption table(String text) {
    return caption("caption.table", ++tables, text);
  }

  Caption figure(String text) {
    return caption("caption.figure", ++figures, text);
  }

  private Caption caption(String key, int number, String text) {
    return new Caption(chapter.isEmpty() ? "" : wording.text(key, chapter, number), text);
  }
}
