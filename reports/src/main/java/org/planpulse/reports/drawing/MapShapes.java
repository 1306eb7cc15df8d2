package org.planpulse.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import org.locationtech.jts.awt.PointShapeFactory;
import org.locationtech.jts.awt.ShapeWriter;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.reports.model.MapFigure.Layer;

/** Draws the shapes of map layers. */
final class MapShapes {
  /** Points closer than this on paper cannot be told apart. */
  private static final double SMALLEST_STEP_POINTS = 0.12;

  private static final double DOT_POINTS = 3.5;

  private final Graphics2D graphics;
  private final ShapeWriter writer;

  MapShapes(Graphics2D graphics, MapView view) {
    this.graphics = graphics;
    this.writer = new ShapeWriter(view, new PointShapeFactory.Circle(DOT_POINTS));
    writer.setRemoveDuplicatePoints(true);
    writer.setDecimation(SMALLEST_STEP_POINTS);
  }

  void draw(Layer layer) {
    for (Geometry geometry : layer.shapes()) {
      Shape shape = writer.toShape(geometry);
      if (!layer.fill().isEmpty() && geometry.getDimension() != 1) {
        graphics.setColor(fill(layer));
        graphics.fill(shape);
      }
      if (!layer.stroke().isEmpty()) {
        graphics.setColor(Color.decode(layer.stroke()));
        graphics.setStroke(stroke(layer));
        graphics.draw(shape);
      }
    }
  }

  static Color fill(Layer layer) {
    Color opaque = Color.decode(layer.fill());
    int alpha = (int) Math.round(255 * layer.fillOpacity());
    return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), alpha);
  }

  static BasicStroke stroke(Layer layer) {
    float width = (float) layer.strokeWidth();
    return layer.dashed()
        ? new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {4f, 2f}, 0f)
        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
