package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.AttributedString;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/** What explains a map, in a column beside it: title, legend, north arrow, scale bar, CRS. */
final class MapPanel {
  private static final Font TITLE = ReportFont.bold(8.5f);
  private static final Font HEAD = ReportFont.bold(7f);
  private static final Font TEXT = ReportFont.regular(7f);
  private static final double SWATCH_WIDTH = 15;
  private static final double SWATCH_HEIGHT = 8;
  private static final double LINE = 10;
  private static final double METRES_PER_PAPER_POINT = 0.0254 / 72;

  private final MapFigure map;
  private final Wording wording;
  private final double metresPerPoint;

  MapPanel(MapFigure map, Wording wording, double metresPerPoint) {
    this.map = map;
    this.wording = wording;
    this.metresPerPoint = metresPerPoint;
  }

  void draw(Graphics2D graphics, double x, double y, double width, double height) {
    double next = paragraph(graphics, map.title(), TITLE, Palette.ACCENT, x, y, width) + 6;
    next = paragraph(graphics, wording.text("map.legend"), HEAD, Palette.TEXT, x, next, width) + 3;
    for (Layer layer : map.layers()) {
      if (!layer.label().isEmpty()) {
        next = entry(graphics, layer, x, next, width);
      }
    }
    double bottom = y + height;
    northArrow(graphics, x + width - 12, bottom - 74);
    scaleBar(graphics, x, bottom - 46, width);
    paragraph(
        graphics,
        wording.text("map.crs", map.crsNote()),
        TEXT,
        Palette.QUIET,
        x,
        bottom - 22,
        width);
  }

  private static double entry(
      Graphics2D graphics, Layer layer, double x, double y, double width) {
    Rectangle2D swatch = new Rectangle2D.Double(x + 0.5, y + 1, SWATCH_WIDTH, SWATCH_HEIGHT);
    if (!layer.fill().isEmpty()) {
      graphics.setColor(MapShapes.fill(layer));
      graphics.fill(swatch);
    }
    if (!layer.stroke().isEmpty()) {
      graphics.setColor(Color.decode(layer.stroke()));
      graphics.setStroke(MapShapes.stroke(layer));
      graphics.draw(
          layer.fill().isEmpty()
              ? new Line2D.Double(
                  swatch.getX(), swatch.getCenterY(), swatch.getMaxX(), swatch.getCenterY())
              : swatch);
    }
    double indent = SWATCH_WIDTH + 6;
    double end =
        paragraph(
            graphics, layer.label(), TEXT, Palette.TEXT, x + indent, y, width - indent);
    return Math.max(end, y + SWATCH_HEIGHT + 2) + 2;
  }

  /** Grid north is up; the CRS note says which grid. */
  private void northArrow(Graphics2D graphics, double x, double y) {
    Path2D arrow = new Path2D.Double();
    arrow.moveTo(x, y - 10);
    arrow.lineTo(x + 4.5, y + 6);
    arrow.lineTo(x, y + 2.5);
    arrow.lineTo(x - 4.5, y + 6);
    arrow.closePath();
    graphics.setColor(Palette.TEXT);
    graphics.fill(arrow);
    centred(graphics, wording.text("map.north"), x, y - 13);
  }

  private void scaleBar(Graphics2D graphics, double x, double y, double width) {
    double metres = niceLength(width * 0.75 * metresPerPoint);
    double length = metres / metresPerPoint;
    graphics.setColor(Palette.TEXT);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.fill(new Rectangle2D.Double(x + 1, y, length / 2, 3));
    graphics.draw(new Rectangle2D.Double(x + 1, y, length, 3));
    graphics.setFont(TEXT);
    graphics.drawString("0", (float) x, (float) (y - 3));
    centred(graphics, kilometres(metres / 2), x + 1 + length / 2, y - 3);
    centred(graphics, kilometres(metres) + " km", x + 1 + length, y - 3);
    graphics.setColor(Palette.QUIET);
    graphics.drawString(
        wording.text("map.scale", NumberText.of(scaleNumber())), (float) x, (float) (y + 14));
  }

  /** 1, 2 or 5 times a power of ten, not above the given metres. */
  static double niceLength(double most) {
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    double lead = most / power;
    return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
  }

  /** Denominator of the scale when printed at A4, to two digits. */
  private long scaleNumber() {
    double scale = metresPerPoint / METRES_PER_PAPER_POINT;
    double step = Math.pow(10, Math.floor(Math.log10(scale)) - 1);
    return Math.round(Math.round(scale / step) * step);
  }

  private static String kilometres(double metres) {
    double km = metres / 1000;
    return NumberText.of(km, km >= 1 && km == Math.rint(km) ? 0 : km >= 0.1 ? 1 : 3);
  }

  private static void centred(Graphics2D graphics, String text, double x, double y) {
    graphics.setFont(TEXT);
    double width = TEXT.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    graphics.drawString(text, (float) (x - width / 2), (float) y);
  }

  /** Wraps a text; returns the y below it. */
  private static double paragraph(
      Graphics2D graphics, String text, Font font, Color colour, double x, double y, double width) {
    AttributedString styled = new AttributedString(text);
    styled.addAttribute(TextAttribute.FONT, font);
    LineBreakMeasurer lines =
        new LineBreakMeasurer(styled.getIterator(), new FontRenderContext(null, true, true));
    double line = font.getSize2D() * LINE / 7;
    graphics.setFont(font);
    graphics.setColor(colour);
    int from = 0;
    double next = y;
    while (from < text.length()) {
      int to = lines.nextOffset((float) width);
      next += line;
      graphics.drawString(text.substring(from, to).strip(), (float) x, (float) (next - 2));
      lines.setPosition(to);
      from = to;
    }
    return next;
  }
}
