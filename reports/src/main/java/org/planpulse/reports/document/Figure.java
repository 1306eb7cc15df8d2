package org.planpulse.reports.document;

/**
 * A chart or map.
 *
 * @param source where its data come from; empty for none
 * @param alternative what it shows, for who cannot see it
 */
public record Figure(Caption caption, String source, String alternative, Drawing drawing, Size size)
    implements Block {

  /** Width and height in points; a page has 491 points between its margins. */
  public enum Size {
    /** A few bars across the page. */
    STRIP(491, 96),
    /** Two in a row. */
    HALF(240, 132),
    WIDE(491, 186),
    SMALL_MAP(491, 236),
    MAP(491, 308);

    private final int width;
    private final int height;

    Size(int width, int height) {
      this.width = width;
      this.height = height;
    }

    public int width() {
      return width;
    }

    public int height() {
      return height;
    }
  }
}
