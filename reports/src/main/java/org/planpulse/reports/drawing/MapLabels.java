package org.planpulse.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;

/**
 * Places names inside their shapes, a line higher or lower where another name stands already; one
 * that finds no place is left out.
 */
final class MapLabels {
  private static final Font FONT = ReportFont.regular(6.5f);
  private static final BasicStroke HALO =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Around a name, in points. */
  private static final double GAP = 1.5;

  /** Where a name is tried: at the middle of its shape, then below and above it. */
  private static final int[] LINES_AWAY = {0, 1, -1, 2, -2, 3, -3};

  private final Graphics2D graphics;
  private final MapView view;
  private final Rectangle2D frame;
  private final List<Rectangle2D> taken = new ArrayList<>();

  MapLabels(Graphics2D graphics, MapView view, Rectangle2D frame) {
    this.graphics = graphics;
    this.view = view;
    this.frame = frame;
  }

  /** A name and the shape it belongs to. */
  record Label(String text, Geometry shape) {}

  static List<Label> of(MapFigure map) {
    List<Label> labels = new ArrayList<>();
    for (Layer layer : map.layers()) {
      for (int i = 0; i < layer.labels().size(); i++) {
        if (!layer.labels().get(i).isBlank()) {
          labels.add(new Label(layer.labels().get(i), layer.shapes().get(i)));
        }
      }
    }
    return labels;
  }

  /** Whether the name is no wider than its shape on the page. */
  boolean fits(Label label) {
    double room = label.shape().getEnvelopeInternal().getWidth() / view.metresPerPoint();
    return layout(label).getBounds().getWidth() <= room;
  }

  /**
   * @return whether there was a place
   */
  boolean draw(Label label) {
    TextLayout layout = layout(label);
    Rectangle2D box = layout.getBounds();
    Point2D inside = new Point2D.Double();
    view.transform(label.shape().getInteriorPoint().getCoordinate(), inside);
    for (int lines : LINES_AWAY) {
      double middle = inside.getY() + lines * (box.getHeight() + 2 * GAP);
      double x = inside.getX() - box.getCenterX();
      double y = middle - box.getCenterY();
      Rectangle2D place =
          new Rectangle2D.Double(
              x + box.getX() - GAP,
              y + box.getY() - GAP,
              box.getWidth() + 2 * GAP,
              box.getHeight() + 2 * GAP);
      if (isFree(place) && isInside(label.shape(), inside.getX(), middle)) {
        taken.add(place);
        draw(label.text(), layout, x, y);
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Rectangle2D place) {
    return frame.contains(place) && taken.stream().noneMatch(place::intersects);
  }

  private boolean isInside(Geometry shape, double x, double y) {
    return shape.intersects(
        shape.getFactory().createPoint(new Coordinate(view.east(x), view.north(y))));
  }

  private void draw(String text, TextLayout layout, double x, double y) {
    graphics.setColor(Color.WHITE);
    graphics.setStroke(HALO);
    graphics.draw(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    graphics.setColor(Palette.TEXT);
    graphics.setFont(FONT);
    graphics.drawString(text, (float) x, (float) y);
  }

  private TextLayout layout(Label label) {
    return new TextLayout(label.text(), FONT, graphics.getFontRenderContext());
  }
}
