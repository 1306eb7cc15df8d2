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
    return fit(extent(map), frame);
  }

  static Envelope extent(MapFigure map) {
    Envelope extent = new Envelope();
    map.layers()
        .forEach(
            layer -> layer.shapes().forEach(s -> extent.expandToInclude(s.getEnvelopeInternal())));
    return extent;
  }

  static MapView fit(Envelope extent, Rectangle2D frame) {
    double scale =
        MARGIN
            * Math.max(
                extent.getWidth() / frame.getWidth(), extent.getHeight() / frame.getHeight());
    return new MapView(
        extent.centre(),
        new Point2D.Double(frame.getCenterX(), frame.getCenterY()),
        scale > 0 ? scale : 1);
  }

  /** Metres east at a place on the page. */
  double east(double x) {
    return centre.x + (x - middle.getX()) * metresPerPoint;
  }

  /** Metres north at a place on the page. */
  double north(double y) {
    return centre.y - (y - middle.getY()) * metresPerPoint;
  }

  /** An extent as it lies on the page. */
  Rectangle2D box(Envelope extent) {
    return new Rectangle2D.Double(
        middle.getX() + (extent.getMinX() - centre.x) / metresPerPoint,
        middle.getY() - (extent.getMaxY() - centre.y) / metresPerPoint,
        extent.getWidth() / metresPerPoint,
        extent.getHeight() / metresPerPoint);
  }

  @Override
  public void transform(Coordinate metres, Point2D point) {
    point.setLocation(
        middle.getX() + (metres.x - centre.x) / metresPerPoint,
        middle.getY() - (metres.y - centre.y) / metresPerPoint);
  }
}
