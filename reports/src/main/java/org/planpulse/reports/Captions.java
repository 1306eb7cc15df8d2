package org.planpulse.reports;

import org.planpulse.reports.wording.Wording;

/** Numbers the tables and figures of one chapter: 3-1, 3-2... */
final class Captions {
  private final Wording wording;
  private final int chapter;
  private int tables;
  private int figures;

  Captions(Wording wording, int chapter) {
    this.wording = wording;
    this.chapter = chapter;
  }

  /**
   * @param key wording of the caption, which names unit and year
   */
  String table(String key, Object... arguments) {
    return wording.text("caption.table", chapter, ++tables, wording.text(key, arguments));
  }

  String figure(String key, Object... arguments) {
    return wording.text("caption.figure", chapter, ++figures, wording.text(key, arguments));
  }
}
