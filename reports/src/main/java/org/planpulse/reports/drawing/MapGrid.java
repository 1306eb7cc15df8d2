package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.planpulse.reports.wording.NumberText;

/** The kilometre grid of a map's planar CRS: fine lines, with coordinates at the frame. */
final class MapGrid {
  private static final Font TEXT = ReportFont.regular(5f);
  private static final Color LINE = new Color(0x5F, 0x6C, 0x74, 60);

  /** At most, between two lines. */
  private static final double POINTS_PER_CELL = 77;

  /** Room for "1,234 km"; a label that the frame would cut is left out. */
  private static final double LABEL_WIDTH = 26;

  private MapGrid() {}

  static void draw(Graphics2D graphics, MapView view, Rectangle2D body) {
    double step = MapPanel.niceLength(POINTS_PER_CELL * view.metresPerPoint());
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.setFont(TEXT);
    for (double x = first(view.east(body.getX()), step); x < view.east(body.getMaxX()); x += step) {
      double at = body.getX() + (x - view.east(body.getX())) / view.metresPerPoint();
      line(graphics, new Line2D.Double(at, body.getY(), at, body.getMaxY()));
      if (at + LABEL_WIDTH < body.getMaxX()) {
        label(graphics, x, at + 1.5, body.getMaxY() - 2);
      }
    }
    for (double y = first(view.north(body.getMaxY()), step);
        y < view.north(body.getY());
        y += step) {
      double at = body.getMaxY() - (y - view.north(body.getMaxY())) / view.metresPerPoint();
      line(graphics, new Line2D.Double(body.getX(), at, body.getMaxX(), at));
      label(graphics, y, body.getX() + 1.5, at - 1.5);
    }
  }

  private static double first(double from, double step) {
    return Math.ceil(from / step) * step;
  }

  private static void line(Graphics2D graphics, Line2D line) {
    graphics.setColor(LINE);
    graphics.draw(line);
  }

  private static void label(Graphics2D graphics, double metres, double x, double y) {
    graphics.setColor(Palette.QUIET);
    graphics.drawString(NumberText.of(metres / 1000, 0) + " km", (float) x, (float) y);
  }
}
