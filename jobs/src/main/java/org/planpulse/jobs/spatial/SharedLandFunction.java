package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.SharedLand;
import org.planpulse.jobs.geometry.StoredShape;
import scala.collection.Seq;

/**
 * Spark SQL's {@code pp_shared_land(shapes, column, row)}: pairs of shapes of one grid cell that
 * share land, as rows of {@link #PAIR}.
 *
 * <p>Shapes are {@code struct<hash, years, open, copied, geometry>}, CGCS2000 degrees as WKB. Only
 * pairs with an open shape and a year in common are looked at; a copied shape is also paired with
 * itself. A pair stands in every cell that both shapes reach; told it is by the one that holds the
 * lower left corner of the place of both.
 */
final class SharedLandFunction implements UDF3<Seq<Row>, Integer, Integer, List<Row>> {

  private static final long serialVersionUID = 1L;

  /** Side of the grid cells: some ten kilometres. */
  static final double CELL_DEGREES = 0.1;

  static final StructType PAIR =
      new StructType()
          .add("one", DataTypes.StringType)
          .add("other", DataTypes.StringType)
          .add("piece", DataTypes.BinaryType)
          .add("area_m2", DataTypes.createDecimalType(20, 2));

  @Override
  public List<Row> call(Seq<Row> rows, Integer column, Integer row) {
    List<Shape> shapes = shapes(rows);
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

  /** Those with many points first: the first of a pair is the one that is prepared. */
  private static List<Shape> shapes(Seq<Row> rows) {
    List<Shape> shapes = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      shapes.add(Shape.of(rows.apply(i)));
    }
    shapes.sort(Comparator.comparing(Shape::points).reversed().thenComparing(Shape::hash));
    return shapes;
  }

  private static Row pair(Shape one, Shape other, Geometry land) {
    return RowFactory.create(
        one.hash(), other.hash(), CoverFunctions.wkb(land), EllipsoidalArea.roundedM2(land));
  }

  private record Shape(
      String hash, List<Integer> years, boolean open, boolean copied, Geometry outline) {

    static Shape of(Row row) {
      return new Shape(
          row.getAs("hash"),
          row.getList(row.fieldIndex("years")),
          row.getAs("open"),
          row.getAs("copied"),
          StoredShape.of(row.getAs("geometry")));
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
}
