package org.planpulse.reports.pdf;

/**
 * Ends of lines as the PDF library can set them: it lets only a plain space hang over the edge. A
 * full-width one would break the line again, and push the last line out of its field.
 */
final class LineEnds {
  private static final char FULL_WIDTH = '\u3000';

  private LineEnds() {}

  /**
   * @param breaks length of each line but the last
   * @return as long as the text
   */
  static String plain(String text, short[] breaks) {
    StringBuilder plain = new StringBuilder(text);
    int end = 0;
    for (short length : breaks) {
      end += length;
      if (end > 0 && plain.charAt(end - 1) == FULL_WIDTH) {
        plain.setCharAt(end - 1, ' ');
      }
    }
    return plain.toString();
  }
}
