package org.planpulse.reports.model;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * A map to be drawn. Geometries share one planar CRS in metres, x east, y north, so that the scale
 * bar is true.
 *
 * @param key by which a report asks for it
 * @param layers from bottom to top
 * @param caption figure caption, without number
 * @param crsNote e.g. "CGCS2000 / 3-degree Gauss-Kruger CM 111E"
 * @param source whose data it shows; empty for none
 */
public record MapFigure(
    String key, String title, String caption, String crsNote, String source, List<Layer> layers) {

  /**
   * @param label legend text; empty for no legend entry
   * @param fill {@code #rrggbb} or empty for none
   * @param fillOpacity 0 to 1
   * @param stroke {@code #rrggbb} or empty for none
   * @param strokeWidth in points on a full-width map
   * @param dashed whether the stroke is dashed
   * @param labels texts to place at the interior point of each shape, same order; empty for none
   */
  public record Layer(
      String label,
      List<Geometry> shapes,
      String fill,
      double fillOpacity,
      String stroke,
      double strokeWidth,
      boolean dashed,
      List<String> labels) {}
}
