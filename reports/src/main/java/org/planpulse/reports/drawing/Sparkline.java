package org.planpulse.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.model.Dimension.YearValue;

/**
 * The course of an indicator in the size of a word: a line with a dot at the latest year, and the
 * target as a hair-thin line. Years without value and breaks of the series are not bridged.
 *
 * @param values at least two, ascending
 * @param breaks years that no line joins with those before
 * @param target null for none
 */
public record Sparkline(List<YearValue> values, List<Integer> breaks, Double target)
    implements Drawing {
  private static final double MARGIN = 3;
  private static final double DOT = 2.6;
  private static final double TALLEST = 15;
  private static final BasicStroke LINE =
      new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Of the values: smaller changes are drawn as a level line. */
  private static final double SMALLEST_SPAN = 0.002;

  @Override
  public void draw(Graphics2D page, Rectangle2D area) {
    Graphics2D graphics = (Graphics2D) page.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Scale scale = scale(strip(area));
    if (target != null) {
      graphics.setColor(Palette.TARGET);
      graphics.setStroke(ChartStyle.HAIRLINE);
      double y = scale.y(target);
      graphics.draw(new Line2D.Double(area.getX() + MARGIN, y, area.getMaxX() - MARGIN, y));
    }
    graphics.setColor(Palette.ACCENT);
    graphics.setStroke(LINE);
    graphics.draw(line(scale));
    YearValue last = values.get(values.size() - 1);
    graphics.fill(
        new Ellipse2D.Double(
            scale.x(last.year()) - DOT / 2, scale.y(last.value()) - DOT / 2, DOT, DOT));
    graphics.dispose();
  }

  /** A row may be tall; the line keeps the size of a word, in its first line. */
  private static Rectangle2D strip(Rectangle2D area) {
    double height = Math.min(area.getHeight(), TALLEST);
    return new Rectangle2D.Double(area.getX(), area.getY(), area.getWidth(), height);
  }

  private Path2D line(Scale scale) {
    Path2D path = new Path2D.Double();
    YearValue before = null;
    for (YearValue point : values) {
      if (before == null || point.year() > before.year() + 1 || breaks.contains(point.year())) {
        path.moveTo(scale.x(point.year()), scale.y(point.value()));
      } else {
        path.lineTo(scale.x(point.year()), scale.y(point.value()));
      }
      before = point;
    }
    return path;
  }

  private Scale scale(Rectangle2D area) {
    double low = values.stream().mapToDouble(YearValue::value).min().orElseThrow();
    double high = values.stream().mapToDouble(YearValue::value).max().orElseThrow();
    if (target != null) {
      low = Math.min(low, target);
      high = Math.max(high, target);
    }
    double least = SMALLEST_SPAN * Math.max(Math.abs(low), Math.abs(high));
    double span = Math.max(high - low, least > 0 ? least : 1);
    double middle = (low + high) / 2;
    return new Scale(
        area, values.get(0).year(), values.get(values.size() - 1).year(), middle, span);
  }

  private record Scale(Rectangle2D area, int first, int last, double middle, double span) {
    double x(int year) {
      double share = (double) (year - first) / Math.max(1, last - first);
      return area.getX() + MARGIN + share * (area.getWidth() - 2 * MARGIN);
    }

    double y(double value) {
      return area.getCenterY() - (value - middle) / span * (area.getHeight() - 2 * MARGIN);
    }
  }
}
