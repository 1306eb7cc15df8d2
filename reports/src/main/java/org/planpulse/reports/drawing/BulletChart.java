package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Function;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.wording.Light;
import org.planpulse.reports.wording.NumberText;

/**
 * Values against their targets, one bar each on a common scale of shares of the target (bullet
 * graph after Stephen Few): the bar is the value, the tick the target. Behind both the share is
 * printed, since values within a hundredth of the target end at the tick.
 *
 * @param axis what the scale is, stands below it
 */
public record BulletChart(List<Bullet> bullets, String axis) implements Drawing {
  private static final Font TEXT = ReportFont.regular(7.5f);
  private static final Font SMALL = ReportFont.regular(6.5f);
  private static final double AXIS_HEIGHT = 20;
  private static final double GAP = 10;
  private static final double SYMBOL_WIDTH = 11;

  /** Behind tick or bar, and behind the printed share. */
  private static final double SHARE_GAP = 3;

  /** The scale ends a quarter above the target, or above the longest bar: room for its share. */
  private static final double ROOM = 1.25;

  /**
   * @param share value divided by target
   * @param summary value and target in words
   */
  public record Bullet(String name, double share, String summary, Light light) {
    /** With the decimals in which the margins to the targets are printed. */
    String percent() {
      return NumberText.of(100 * share, 2) + "%";
    }
  }

  @Override
  public void draw(Graphics2D page, Rectangle2D area) {
    Graphics2D graphics = (Graphics2D) page.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    double names = widest(graphics, Bullet::name) + GAP;
    double left = area.getX() + names;
    double width = area.getWidth() - names - GAP - SYMBOL_WIDTH - widest(graphics, Bullet::summary);
    double end = bullets.stream().mapToDouble(Bullet::share).reduce(1, Math::max) * ROOM;
    double height = (area.getHeight() - AXIS_HEIGHT) / bullets.size();
    for (int i = 0; i < bullets.size(); i++) {
      Rectangle2D band = new Rectangle2D.Double(left, area.getY() + i * height, width, height);
      draw(graphics, bullets.get(i), band, end, area);
    }
    axis(graphics, left, width / end, area);
    graphics.dispose();
  }

  private double widest(Graphics2D graphics, Function<Bullet, String> text) {
    return bullets.stream()
        .map(text)
        .mapToDouble(
            words -> TEXT.getStringBounds(words, graphics.getFontRenderContext()).getWidth())
        .max()
        .orElse(0);
  }

  private static void draw(
      Graphics2D graphics, Bullet bullet, Rectangle2D band, double end, Rectangle2D area) {
    double thick = Math.min(11, band.getHeight() * 0.55);
    double top = band.getCenterY() - thick / 2;
    double perShare = band.getWidth() / end;
    graphics.setColor(Palette.GRID);
    graphics.fill(new Rectangle2D.Double(band.getX(), top, band.getWidth(), thick));
    graphics.setColor(Color.decode(bullet.light().colour()));
    double length = Math.max(0, bullet.share()) * perShare;
    graphics.fill(new Rectangle2D.Double(band.getX(), top + thick / 4, length, thick / 2));
    graphics.setColor(Palette.TEXT);
    graphics.fill(new Rectangle2D.Double(band.getX() + perShare - 0.8, top - 2, 1.6, thick + 4));
    graphics.setFont(SMALL);
    double behind = band.getX() + perShare * Math.max(1, bullet.share()) + SHARE_GAP;
    graphics.drawString(bullet.percent(), (float) behind, (float) (band.getCenterY() + 2.4));
    graphics.setFont(TEXT);
    float base = (float) (band.getCenterY() + 2.8);
    graphics.drawString(bullet.name(), (float) area.getX(), base);
    float right = (float) (band.getMaxX() + GAP);
    graphics.setColor(Color.decode(bullet.light().colour()));
    graphics.drawString(bullet.light().symbol(), right, base);
    graphics.setColor(Palette.TEXT);
    graphics.drawString(bullet.summary(), right + (float) SYMBOL_WIDTH, base);
  }

  private void axis(Graphics2D graphics, double left, double perShare, Rectangle2D area) {
    double y = area.getMaxY() - AXIS_HEIGHT + 3;
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.setFont(SMALL);
    for (int percent = 0; percent <= 100; percent += 50) {
      double x = left + perShare * percent / 100;
      graphics.setColor(Palette.RULE);
      graphics.draw(new Line2D.Double(x, y, x, y + 3));
      graphics.setColor(Palette.QUIET);
      String label = percent + "%";
      double width = SMALL.getStringBounds(label, graphics.getFontRenderContext()).getWidth();
      graphics.drawString(label, (float) (x - width / 2), (float) (y + 10));
    }
    graphics.drawString(axis, (float) (left + perShare * ROOM + GAP), (float) (y + 10));
  }
}
