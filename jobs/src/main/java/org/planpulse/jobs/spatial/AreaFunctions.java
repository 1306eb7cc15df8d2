package org.planpulse.jobs.spatial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.EllipsoidalArea.Edge;

/** Spark SQL functions for areas, used beside Sedona's. */
final class AreaFunctions {

  private AreaFunctions() {}

  /**
   * Registers {@code pp_piece_m2(whole_m2, piece, whole)}: the part of a parcel's official area
   * that a piece of it holds, decimal(20,2) m2, 0.00 for pieces without area. Shapes are in
   * CGCS2000 longitude/latitude degrees.
   *
   * <p>The official method depends on where an edge has vertices, so a piece's own official area
   * would not add up to the parcel's. Pieces therefore share out the parcel's area in proportion to
   * areas under edges straight in degrees, which do add up.
   *
   * <p>And {@code pp_area_m2(shape)}, the official area of a polygonal shape, decimal(20,2) m2;
   * null of null.
   */
  static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "pp_area_m2",
            (UDF1<Geometry, BigDecimal>)
                shape -> shape == null ? null : EllipsoidalArea.roundedM2(shape),
            DataTypes.createDecimalType(20, 2));
    spark
        .udf()
        .register(
            "pp_piece_m2",
            (UDF3<BigDecimal, Geometry, Geometry, BigDecimal>) AreaFunctions::pieceM2,
            DataTypes.createDecimalType(20, 2));
  }

  static BigDecimal pieceM2(BigDecimal wholeM2, Geometry piece, Geometry whole) {
    double share =
        EllipsoidalArea.squareMetres(piece, Edge.STRAIGHT_IN_DEGREES)
            / EllipsoidalArea.squareMetres(whole, Edge.STRAIGHT_IN_DEGREES);
    return wholeM2
        .multiply(BigDecimal.valueOf(Math.min(1, share)))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
