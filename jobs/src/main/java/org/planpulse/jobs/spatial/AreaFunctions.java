package org.planpulse.jobs.spatial;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea;

/** Spark SQL functions for areas, used beside Sedona's. */
public final class AreaFunctions {

  private AreaFunctions() {}

  /**
   * Registers {@code pp_area_m2(geometry)}: ellipsoidal area of a polygonal geometry in CGCS2000
   * longitude/latitude degrees by the land survey's official method, decimal(20,2) m2; null for
   * null, 0.00 for lines and points.
   */
  public static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "pp_area_m2",
            (UDF1<Geometry, java.math.BigDecimal>)
                geometry -> geometry == null ? null : EllipsoidalArea.roundedM2(geometry),
            DataTypes.createDecimalType(20, 2));
  }
}
