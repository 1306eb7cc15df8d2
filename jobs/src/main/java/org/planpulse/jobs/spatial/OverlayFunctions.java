package org.planpulse.jobs.spatial;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.InsideShare;
import org.planpulse.jobs.geometry.PieceBook;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.geometry.PieceBook.Piece;
import org.planpulse.jobs.geometry.ZoneParts;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark SQL functions that {@link ZoneOverlay} queries with. Shapes are in CGCS2000 degrees. */
final class OverlayFunctions {

  private static final DataType SHAPE = new GeometryUDT();

  private static final StructType ENTRY =
      new StructType()
          .add("unit", DataTypes.StringType)
          .add("zone_layer", DataTypes.StringType)
          .add("zone_id", DataTypes.StringType)
          .add("hundredths", DataTypes.LongType);

  private OverlayFunctions() {}

  /**
   * Registers {@code pp_hundredths(shape)}, the official area in 0.01 m2; {@code
   * pp_zone_parts(outline)}, see {@link ZoneParts}; {@code pp_inside_share(part, shape)} and {@code
   * pp_cut(part, shape)}, see {@link InsideShare}; and {@code pp_close(hundredths, pieces)}, see
   * {@link PieceBook}.
   */
  static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "pp_hundredths",
            (UDF1<Geometry, Long>) EllipsoidalArea::hundredths,
            DataTypes.LongType);
    spark
        .udf()
        .register(
            "pp_zone_parts",
            (UDF1<Geometry, List<Polygon>>) ZoneParts::of,
            DataTypes.createArrayType(SHAPE));
    // What always gives the same may be computed anew wherever its result is used; so they may not.
    spark.udf().register("pp_inside_share", insideShare().asNondeterministic());
    spark.udf().register("pp_cut", cut().asNondeterministic());
    spark
        .udf()
        .register(
            "pp_close",
            (UDF2<Long, Seq<Row>, List<Row>>) OverlayFunctions::close,
            DataTypes.createArrayType(ENTRY));
  }

  private static UserDefinedFunction insideShare() {
    return functions.udf(
        (UDF2<Geometry, Geometry, Double>) (part, shape) -> InsideShare.of((Polygon) part, shape),
        DataTypes.DoubleType);
  }

  private static UserDefinedFunction cut() {
    return functions.udf(
        (UDF2<Geometry, Geometry, Geometry>)
            (part, shape) -> InsideShare.cut((Polygon) part, shape),
        SHAPE);
  }

  private static List<Row> close(long hundredths, Seq<Row> pieces) {
    List<Piece> read =
        CollectionConverters.asJava(pieces).stream()
            .map(
                row ->
                    new Piece(
                        row.getString(0), row.getString(1), row.getString(2), row.getDouble(3)))
            .toList();
    return PieceBook.close(hundredths, read).stream().map(OverlayFunctions::row).toList();
  }

  private static Row row(Entry entry) {
    return RowFactory.create(entry.unit(), entry.layer(), entry.zone(), entry.hundredths());
  }
}
