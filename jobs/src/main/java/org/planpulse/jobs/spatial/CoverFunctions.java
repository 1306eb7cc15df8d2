package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.geometry.CleanCover;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GeodesicLength;
import org.planpulse.jobs.geometry.OutlineSum;
import org.planpulse.jobs.geometry.StoredShape;
import scala.collection.Seq;

/** Spark SQL functions about how parcels cover the land. Shapes are CGCS2000 degrees, as WKB. */
final class CoverFunctions {

  private CoverFunctions() {}

  /**
   * Registers {@code pp_outline_sum(shape)}, see {@link OutlineSum}; {@code
   * pp_clean_cover(shapes)}, see {@link CleanCover}, null when there is none; {@code
   * pp_cover(shapes)}, all land any of them covers; {@code pp_shared_land(shapes, column, row)},
   * see {@link SharedLandFunction}; and {@code pp_thinness(shape)}, area by squared perimeter: 0.08
   * for a circle, 0.06 for a square, less the thinner it is.
   */
  static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "pp_outline_sum",
            (UDF1<byte[], Long>) shape -> OutlineSum.of(StoredShape.of(shape)),
            DataTypes.LongType);
    spark
        .udf()
        .register(
            "pp_clean_cover",
            (UDF1<Seq<byte[]>, byte[]>) CoverFunctions::cleanCover,
            DataTypes.BinaryType);
    spark
        .udf()
        .register(
            "pp_cover", (UDF1<Seq<byte[]>, byte[]>) CoverFunctions::cover, DataTypes.BinaryType);
    spark
        .udf()
        .register(
            "pp_shared_land",
            new SharedLandFunction(),
            DataTypes.createArrayType(SharedLandFunction.PAIR));
    spark
        .udf()
        .register(
            "pp_thinness", (UDF1<byte[], Double>) CoverFunctions::thinness, DataTypes.DoubleType);
  }

  private static byte[] cleanCover(Seq<byte[]> shapes) {
    return CleanCover.of(geometries(shapes)).map(CoverFunctions::wkb).orElse(null);
  }

  private static byte[] cover(Seq<byte[]> shapes) {
    List<Geometry> polygons = geometries(shapes);
    return CleanCover.of(polygons)
        .or(() -> Optional.of(OverlayNGRobust.union(polygons)))
        .map(CoverFunctions::wkb)
        .orElseThrow();
  }

  private static double thinness(byte[] shape) {
    Geometry polygonal = StoredShape.of(shape);
    double perimeter = GeodesicLength.metres(polygonal.getBoundary());
    return EllipsoidalArea.squareMetres(polygonal) / (perimeter * perimeter);
  }

  static List<Geometry> geometries(Seq<byte[]> shapes) {
    List<Geometry> geometries = new ArrayList<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      geometries.add(StoredShape.of(shapes.apply(i)));
    }
    return geometries;
  }

  static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }
}
