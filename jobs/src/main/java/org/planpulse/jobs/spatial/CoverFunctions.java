package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.geometry.CleanCover;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GeodesicLength;
import org.planpulse.jobs.geometry.OutlineSum;
import org.planpulse.jobs.geometry.SharedLand;
import scala.collection.Seq;

/** Spark SQL functions about how parcels cover the land. Shapes are CGCS2000 degrees, as WKB. */
final class CoverFunctions {

  /** Side of the grid cells that pairs of shapes are looked for in: some ten kilometres. */
  static final double CELL_DEGREES = 0.1;

  private static final StructType PAIR =
      new StructType()
          .add("one", DataTypes.StringType)
          .add("other", DataTypes.StringType)
          .add("piece", DataTypes.BinaryType)
          .add("area_m2", DataTypes.createDecimalType(20, 2));

  private CoverFunctions() {}

  /**
   * Registers {@code pp_outline_sum(shape)}, see {@link OutlineSum}; {@code
   * pp_clean_cover(shapes)}, see {@link CleanCover}, null when there is none; {@code
   * pp_cover(shapes)}, all land any of them covers; {@code pp_shared_land(shapes, column, row)},
   * see {@link #sharedLand}; and {@code pp_thinness(shape)}, area by squared perimeter: 0.08 for a
   * circle, 0.06 for a square, less the thinner it is.
   */
  static void register(SparkSession spark) {
    spark
        .udf()
        .register(
            "pp_outline_sum",
            (UDF1<byte[], Long>) shape -> OutlineSum.of(geometry(shape)),
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
            (UDF3<Seq<Row>, Integer, Integer, List<Row>>) CoverFunctions::sharedLand,
            DataTypes.createArrayType(PAIR));
    spark
        .udf()
        .register(
            "pp_thinness", (UDF1<byte[], Double>) CoverFunctions::thinness, DataTypes.DoubleType);
  }

  private static byte[] cleanCover(Seq<byte[]> shapes) throws ParseException {
    return CleanCover.of(geometries(shapes)).map(CoverFunctions::wkb).orElse(null);
  }

  private static byte[] cover(Seq<byte[]> shapes) throws ParseException {
    List<Geometry> polygons = geometries(shapes);
    return CleanCover.of(polygons)
        .or(() -> Optional.of(OverlayNGRobust.union(polygons)))
        .map(CoverFunctions::wkb)
        .orElseThrow();
  }

  /**
   * Pairs of shapes of one grid cell that share land.
   *
   * @param rows of {@code struct<hash, years, open, copied, geometry>}; only pairs with an open
   *     shape and a year in common are looked at, a copied shape is also paired with itself
   * @param column of the cell whose pairs are told: those that the lower left corner of the place
   *     of both lies in, so that each pair is told by one cell
   * @param row of that cell
   * @return rows of {@link #PAIR}
   */
  private static List<Row> sharedLand(Seq<Row> rows, int column, int row) throws ParseException {
    List<Shape> shapes = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      shapes.add(Shape.of(rows.apply(i)));
    }
    // The side with many points is the one that is prepared.
    shapes.sort(Comparator.comparing(Shape::points).reversed().thenComparing(Shape::hash));
    List<Row> pairs = new ArrayList<>();
    for (Shape shape : shapes) {
      if (shape.copied() && shape.open() && shape.told(shape, column, row)) {
        pairs.add(pair(shape, shape, shape.outline()));
      }
    }
    new SharedLand(shapes.stream().map(Shape::outline).toList())
        .visit(
            (one, other) -> shapes.get(one).mayShare(shapes.get(other), column, row),
            (one, other, land) -> pairs.add(pair(shapes.get(one), shapes.get(other), land)));
    return pairs;
  }

  private static Row pair(Shape one, Shape other, Geometry land) {
    return RowFactory.create(one.hash(), other.hash(), wkb(land), EllipsoidalArea.roundedM2(land));
  }

  private record Shape(
      String hash, List<Integer> years, boolean open, boolean copied, Geometry outline) {

    static Shape of(Row row) throws ParseException {
      return new Shape(
          row.getAs("hash"),
          row.getList(row.fieldIndex("years")),
          row.getAs("open"),
          row.getAs("copied"),
          geometry(row.getAs("geometry")));
    }

    int points() {
      return outline.getNumPoints();
    }

    boolean mayShare(Shape other, int column, int row) {
      return (open || other.open)
          && told(other, column, row)
          && !Collections.disjoint(years, other.years);
    }

    boolean told(Shape other, int column, int row) {
      Envelope here = outline.getEnvelopeInternal();
      Envelope there = other.outline.getEnvelopeInternal();
      return cell(Math.max(here.getMinX(), there.getMinX())) == column
          && cell(Math.max(here.getMinY(), there.getMinY())) == row;
    }

    private static int cell(double degrees) {
      return (int) Math.floor(degrees / CELL_DEGREES);
    }
  }

  private static double thinness(byte[] shape) throws ParseException {
    Geometry polygonal = geometry(shape);
    double perimeter = GeodesicLength.metres(polygonal.getBoundary());
    return EllipsoidalArea.squareMetres(polygonal) / (perimeter * perimeter);
  }

  private static List<Geometry> geometries(Seq<byte[]> shapes) throws ParseException {
    List<Geometry> geometries = new ArrayList<>(shapes.size());
    for (int i = 0; i < shapes.size(); i++) {
      geometries.add(geometry(shapes.apply(i)));
    }
    return geometries;
  }

  private static byte[] wkb(Geometry geometry) {
    return new WKBWriter().write(geometry);
  }

  private static Geometry geometry(byte[] wkb) throws ParseException {
    return new WKBReader().read(wkb);
  }
}
