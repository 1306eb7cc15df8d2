package org.planpulse.reports.drawing;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.locationtech.jts.awt.PointTransformation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.reports.model.MapFigure;

/**
 * Metres of the map's planar CRS to points on the page, same scale in x and y, centred.
 *
 * @param centre of the mapped area, metres
 * @param middle of the frame, points
 */
record MapView(Coordinate centre, Point2D middle, double metresPerPoint)
    implements PointTransformation {
  private static final double MARGIN = 1.06;

  static MapView fit(MapFigure map, Rectangle2D frame) {
    Envelope extent = new Envelope();
    map.layers()
        .forEach(
            layer ->
                layer.shapes().forEach(s -> extent.expandToInclude(s.getEnvelopeInternal())));
    double scale =
        MARGIN
            * Math.max(
                extent.getWidth() / frame.getWidth(), extent.getHeight() / frame.getHeight());
    return new MapView(
        extent.centre(),
        new Point2D.Double(frame.getCenterX(), frame.getCenterY()),
        scale > 0 ? scale : 1);
  }

  @Override
  public void transform(Coordinate metres, Point2D point) {
    point.setLocation(
        middle.getX() + (metres.x - centre.x) / metresPerPoint,
        middle.getY() - (metres.y - centre.y) / metresPerPoint);
  }
}
