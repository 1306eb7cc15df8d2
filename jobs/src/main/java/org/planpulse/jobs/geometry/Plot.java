package org.planpulse.jobs.geometry;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/** Polygonal land in degrees, whose area is measured when first asked for. */
final class Plot {

  /** Land of more points is looked at in parts: each zone's border is only near some of them. */
  private static final int MANY_POINTS = 500;

  private final Geometry shape;
  private double squareMetres = Double.NaN;

  Plot(Geometry shape) {
    this.shape = shape;
  }

  /** The plots that a parcel consists of: itself, or its parts if it has very many points. */
  static List<Plot> of(Geometry parcel) {
    return parcel.getNumPoints() > MANY_POINTS
        ? ZoneParts.of(parcel).stream().map(Plot::new).filter(Plot::hasLand).toList()
        : List.of(new Plot(parcel));
  }

  /** Shares of the whole that the plots of a parcel have; that of a single one is not measured. */
  static double[] weights(List<Plot> plots) {
    if (plots.size() == 1) {
      return new double[] {1};
    }
    double whole = plots.stream().mapToDouble(Plot::squareMetres).sum();
    return plots.stream().mapToDouble(plot -> plot.squareMetres() / whole).toArray();
  }

  /** A part that lies in a hole has none. */
  private boolean hasLand() {
    return squareMetres() > 0;
  }

  Geometry shape() {
    return shape;
  }

  /** Area under edges straight in degrees, which adds up when a shape is cut. */
  double squareMetres() {
    if (Double.isNaN(squareMetres)) {
      squareMetres = EllipsoidalArea.squareMetres(shape, Edge.STRAIGHT_IN_DEGREES);
    }
    return squareMetres;
  }
}
