package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.udf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LineStringExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GeodesicLength;
import org.planpulse.jobs.geometry.SharedLand;
import org.planpulse.jobs.geometry.StoredShape;
import org.planpulse.jobs.geometry.history.Find;
import org.planpulse.jobs.geometry.history.StandingLand;
import org.planpulse.jobs.geometry.history.Violation;
import org.planpulse.jobs.geometry.history.ViolationHistory;
import scala.collection.Seq;

/**
 * Spark SQL functions of line rules. Shapes are CGCS2000 degrees, overlays robust. Overlays are
 * dear: their functions are declared not deterministic, lest Spark repeats them in a filter.
 */
final class RuleFunctions {

  /** A shape as WKB, and its area in 0.01 m2, its length in 0.01 m, or 0 for a point. */
  private static final StructType PART = StructType.fromDDL("piece BINARY, hundredths BIGINT");

  private static final StructType VIOLATION =
      StructType.fromDDL(
          "year INT, first_seen INT, state STRING, hundredths BIGINT, parcels ARRAY<STRING>,"
              + " shape BINARY");

  private RuleFunctions() {}

  /**
   * Registers, with shapes as Sedona's geometries, {@code pp_land_inside(whole_m2, land, outline)}
   * and {@code pp_land_outside}: what of a parcel lies inside or outside, with its share of the
   * parcel's area; null when that is less than 0.01 m2.
   *
   * <p>With shapes as WKB, {@code pp_shared_parts(one, other)}: the polygons two shapes share;
   * {@code pp_rest_parts(one, others)}: the polygons of a shape outside all others; {@code
   * pp_thing_inside(thing, zone)}: the point, or the lines inside, null where only borders touch;
   * {@code pp_meets(one, other)}: whether two shapes share land; {@code pp_violations(finds,
   * ground, years)}: see {@link ViolationHistory} and, where there is ground, {@link StandingLand}.
   */
  static void register(SparkSession spark) {
    overlay(spark, "pp_land_inside", RuleFunctions::landInside);
    overlay(spark, "pp_land_outside", RuleFunctions::landOutside);
    spark
        .udf()
        .register(
            "pp_shared_parts",
            udf(
                    (UDF2<byte[], byte[], List<Row>>) RuleFunctions::sharedParts,
                    DataTypes.createArrayType(PART))
                .asNondeterministic());
    spark
        .udf()
        .register(
            "pp_rest_parts",
            udf(
                    (UDF2<byte[], Seq<byte[]>, List<Row>>) RuleFunctions::restParts,
                    DataTypes.createArrayType(PART))
                .asNondeterministic());
    spark
        .udf()
        .register(
            "pp_thing_inside",
            udf((UDF2<byte[], byte[], Row>) RuleFunctions::thingInside, PART).asNondeterministic());
    spark
        .udf()
        .register(
            "pp_meets", (UDF2<byte[], byte[], Boolean>) RuleFunctions::meet, DataTypes.BooleanType);
    spark
        .udf()
        .register(
            "pp_violations",
            udf(
                    (UDF3<Seq<Row>, Seq<Row>, Seq<Integer>, List<Row>>) RuleFunctions::violations,
                    DataTypes.createArrayType(VIOLATION))
                .asNondeterministic());
  }

  private static void overlay(
      SparkSession spark, String name, UDF3<BigDecimal, Geometry, Geometry, Row> function) {
    spark.udf().register(name, udf(function, PART).asNondeterministic());
  }

  private static Row landInside(BigDecimal wholeM2, Geometry land, Geometry outline) {
    return SharedLand.of(land, outline).map(piece -> share(wholeM2, piece, land)).orElse(null);
  }

  private static Row landOutside(BigDecimal wholeM2, Geometry land, Geometry outline) {
    return share(
        wholeM2, polygonal(OverlayNGRobust.overlay(land, outline, OverlayNG.DIFFERENCE)), land);
  }

  private static Row share(BigDecimal wholeM2, Geometry piece, Geometry land) {
    BigDecimal areaM2 = AreaFunctions.pieceM2(wholeM2, piece, land);
    return areaM2.signum() == 0 ? null : part(piece, areaM2.unscaledValue().longValueExact());
  }

  private static List<Row> sharedParts(byte[] one, byte[] other) {
    return SharedLand.of(StoredShape.of(one), StoredShape.of(other))
        .map(RuleFunctions::parts)
        .orElse(List.of());
  }

  private static List<Row> restParts(byte[] one, Seq<byte[]> others) {
    Geometry rest = StoredShape.of(one);
    if (!others.isEmpty()) {
      Geometry cover = OverlayNGRobust.union(CoverFunctions.geometries(others));
      rest = polygonal(OverlayNGRobust.overlay(rest, cover, OverlayNG.DIFFERENCE));
    }
    return parts(rest);
  }

  /** Each polygon by itself. */
  private static List<Row> parts(Geometry polygonal) {
    List<Row> parts = new ArrayList<>();
    for (int i = 0; i < polygonal.getNumGeometries(); i++) {
      Geometry polygon = polygonal.getGeometryN(i);
      if (!polygon.isEmpty()) {
        parts.add(part(polygon, EllipsoidalArea.hundredths(polygon)));
      }
    }
    return parts;
  }

  /** A thing drawn as an area stands at a point inside it. */
  private static Row thingInside(byte[] thing, byte[] zone) {
    Geometry drawn = StoredShape.of(thing);
    Geometry shape = drawn.getDimension() == 2 ? drawn.getInteriorPoint() : drawn;
    Geometry outline = StoredShape.of(zone);
    if (!RelateNG.relate(shape, outline, IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
      return null;
    }
    Geometry inside = OverlayNGRobust.overlay(shape, outline, OverlayNG.INTERSECTION);
    if (shape.getDimension() == 1) {
      inside = LineStringExtracter.getGeometry(inside);
    }
    return part(inside, Math.round(100 * GeodesicLength.metres(inside)));
  }

  private static boolean meet(byte[] one, byte[] other) {
    return RelateNG.relate(
        StoredShape.of(one), StoredShape.of(other), IntersectionMatrixPattern.INTERIOR_INTERSECTS);
  }

  private static List<Row> violations(Seq<Row> finds, Seq<Row> ground, Seq<Integer> years) {
    List<Integer> checked = new ArrayList<>();
    for (int i = 0; i < years.size(); i++) {
      checked.add(years.apply(i));
    }
    List<Find> found = StandingLand.of(checked, finds(finds), finds(ground));
    return ViolationHistory.of(checked, found).stream().map(RuleFunctions::row).toList();
  }

  private static List<Find> finds(Seq<Row> rows) {
    List<Find> finds = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.apply(i);
      finds.add(
          new Find(
              row.getAs("year"),
              row.getList(row.fieldIndex("parcels")),
              row.<Long>getAs("hundredths"),
              StoredShape.of(row.getAs("piece"))));
    }
    return finds;
  }

  private static Row row(Violation violation) {
    return RowFactory.create(
        violation.year(),
        violation.firstSeen(),
        violation.state().name().toLowerCase(Locale.ROOT),
        violation.hundredths(),
        violation.parcels().toArray(),
        CoverFunctions.wkb(violation.shape()));
  }

  private static Row part(Geometry shape, long hundredths) {
    return RowFactory.create(CoverFunctions.wkb(shape), hundredths);
  }

  private static Geometry polygonal(Geometry shape) {
    List<Polygon> polygons = new ArrayList<>();
    PolygonExtracter.getPolygons(shape, polygons);
    return shape.getFactory().buildGeometry(polygons);
  }
}
