package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.wording.NumberText;
import org.planpulse.reports.wording.Wording;

/**
 * Land that changed class, from the class it had on the left to the class it has on the right; the
 * width of a band is its area (Sankey diagram). Land that stayed is not drawn.
 */
public final class FlowChart implements Drawing {
  private static final Font TEXT = ReportFont.regular(6.5f);
  private static final Font HEAD = ReportFont.bold(7f);
  private static final double LABEL_WIDTH = 150;
  private static final double BLOCK_WIDTH = 7;
  private static final double HEAD_HEIGHT = 14;
  private static final double GAP = 9;

  private final LandUse land;
  private final Wording wording;
  private final List<Flow> flows = new ArrayList<>();

  public FlowChart(LandUse land, Wording wording) {
    this.land = land;
    this.wording = wording;
    int classes = land.matrix().size() - 1;
    for (int from = 0; from < classes; from++) {
      for (int to = 0; to < classes; to++) {
        Double m2 = land.matrix().get(from).get(to);
        if (from != to && m2 != null && m2 > 0) {
          flows.add(new Flow(from, to, m2));
        }
      }
    }
  }

  private record Flow(int from, int to, double m2) {}

  /** One side: where each class begins, and how far it is used. */
  private final class Side {
    private final double[] next;
    private final double[] top;
    private final double[] sums;

    Side(boolean left, double y, double perM2) {
      int classes = land.classes().size();
      next = new double[classes];
      top = new double[classes];
      sums = new double[classes];
      flows.forEach(flow -> sums[left ? flow.from() : flow.to()] += flow.m2());
      double at = y;
      for (int i = 0; i < classes; i++) {
        top[i] = at;
        next[i] = at;
        at += sums[i] == 0 ? 0 : sums[i] * perM2 + GAP;
      }
    }

    double take(int index, double height) {
      double at = next[index];
      next[index] += height;
      return at;
    }
  }

  @Override
  public void draw(Graphics2D page, Rectangle2D area) {
    Graphics2D graphics = (Graphics2D) page.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double total = flows.stream().mapToDouble(Flow::m2).sum();
    long most =
        Math.max(
            flows.stream().mapToInt(Flow::from).distinct().count(),
            flows.stream().mapToInt(Flow::to).distinct().count());
    double perM2 = (area.getHeight() - HEAD_HEIGHT - most * GAP) / total;
    double y = area.getY() + HEAD_HEIGHT + GAP / 2;
    double left = area.getX() + LABEL_WIDTH;
    double right = area.getMaxX() - LABEL_WIDTH;
    Side from = new Side(true, y, perM2);
    Side to = new Side(false, y, perM2);
    for (Flow flow : flows) {
      double height = flow.m2() * perM2;
      graphics.setColor(translucent(land.colours().get(flow.to())));
      graphics.fill(
          band(
              left + BLOCK_WIDTH,
              from.take(flow.from(), height),
              right - BLOCK_WIDTH,
              to.take(flow.to(), height),
              height));
    }
    labels(graphics, from, left, perM2, true);
    labels(graphics, to, right - BLOCK_WIDTH, perM2, false);
    head(graphics, area);
    graphics.dispose();
  }

  private static Path2D band(double x1, double y1, double x2, double y2, double height) {
    double middle = (x1 + x2) / 2;
    Path2D band = new Path2D.Double();
    band.moveTo(x1, y1);
    band.curveTo(middle, y1, middle, y2, x2, y2);
    band.lineTo(x2, y2 + height);
    band.curveTo(middle, y2 + height, middle, y1 + height, x1, y1 + height);
    band.closePath();
    return band;
  }

  private void labels(Graphics2D graphics, Side side, double x, double perM2, boolean left) {
    graphics.setFont(TEXT);
    for (int i = 0; i < side.sums.length; i++) {
      if (side.sums[i] > 0) {
        double height = side.sums[i] * perM2;
        Rectangle2D block = new Rectangle2D.Double(x, side.top[i], BLOCK_WIDTH, height);
        graphics.setColor(Color.decode(land.colours().get(i)));
        graphics.fill(block);
        graphics.setColor(Palette.RULE);
        graphics.setStroke(ChartStyle.HAIRLINE);
        graphics.draw(block);
        graphics.setColor(Palette.TEXT);
        String label = land.classes().get(i) + "  " + NumberText.hm2(side.sums[i]);
        double width = TEXT.getStringBounds(label, graphics.getFontRenderContext()).getWidth();
        double at = left ? x - 5 - width : x + BLOCK_WIDTH + 5;
        graphics.drawString(label, (float) at, (float) (block.getCenterY() + 2.3));
      }
    }
  }

  private void head(Graphics2D graphics, Rectangle2D area) {
    graphics.setFont(HEAD);
    graphics.setColor(Palette.ACCENT);
    String from = wording.text("land.flow.year", land.matrixFromYear());
    String to = wording.text("land.flow.year", land.matrixToYear());
    double width = HEAD.getStringBounds(from, graphics.getFontRenderContext()).getWidth();
    float y = (float) (area.getY() + 9);
    graphics.drawString(from, (float) (area.getX() + LABEL_WIDTH - 5 - width), y);
    graphics.drawString(to, (float) (area.getMaxX() - LABEL_WIDTH + 5), y);
  }

  private static Color translucent(String colour) {
    Color opaque = Color.decode(colour);
    return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), 150);
  }
}
