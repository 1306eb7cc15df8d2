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
import org.locationtech.jts.geom.Geometry;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;

/** Places names at the inside of their shapes; a name that would cover another is left out. */
final class MapLabels {
  private static final Font FONT = ReportFont.regular(6.5f);
  private static final BasicStroke HALO =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

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

  void draw(Label label) {
    Point2D at = new Point2D.Double();
    view.transform(label.shape().getInteriorPoint().getCoordinate(), at);
    TextLayout layout = layout(label);
    Rectangle2D box = layout.getBounds();
    double x = at.getX() - box.getCenterX();
    double y = at.getY() - box.getCenterY();
    Rectangle2D place =
        new Rectangle2D.Double(
            x + box.getX() - 1, y + box.getY() - 1, box.getWidth() + 2, box.getHeight() + 2);
    if (!frame.contains(place) || taken.stream().anyMatch(place::intersects)) {
      return;
    }
    taken.add(place);
    graphics.setColor(Color.WHITE);
    graphics.setStroke(HALO);
    graphics.draw(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    graphics.setColor(Palette.TEXT);
    graphics.setFont(FONT);
    graphics.drawString(label.text(), (float) x, (float) y);
  }

  private TextLayout layout(Label label) {
    return new TextLayout(label.text(), FONT, graphics.getFontRenderContext());
  }
}
