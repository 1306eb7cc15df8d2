package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.sedona.common.FunctionsGeoTools;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.planpulse.jobs.geometry.ContentHash;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GeodesicLength;
import org.planpulse.jobs.geometry.GeometryRepair;
import org.planpulse.jobs.geometry.RepairResult;

/**
 * A delivered shape in EPSG:4490 (x = longitude), repaired and measured; what it is in itself,
 * whatever row it stands in.
 *
 * @param wkb null when the shape is unusable
 * @param lengthM metres of a line; null otherwise
 * @param fault why it is unusable or was repaired; empty when neither
 * @param repair rung of the repair ladder; null when the shape was sound
 * @param repairDeltaM2 by how much the repair changed the area
 */
record MeasuredShape(
    byte[] wkb,
    String hash,
    Envelope box,
    BigDecimal areaM2,
    Double lengthM,
    String fault,
    String repair,
    BigDecimal repairDeltaM2) {

  /**
   * @param delivered well-known binary in {@code crs}; null for a feature without shape
   * @param target CRS whose degrees are those of EPSG:4490 and to which {@code crs} converts
   * @param kind polygons are repaired where they need it, lines and points are as they are
   */
  static MeasuredShape of(byte[] delivered, String crs, String target, ShapeKind kind) {
    try {
      Geometry shape = new WKBReader().read(delivered == null ? new byte[0] : delivered);
      Geometry degrees = FunctionsGeoTools.transform(shape, crs, target);
      return kind == ShapeKind.ANY && !shape.isEmpty() && shape.getDimension() < 2
          ? ofLineOrPoint(degrees)
          : ofPolygon(degrees);
    } catch (ParseException | FactoryException | TransformException e) {
      return unusable(Objects.toString(e.getMessage(), ""));
    }
  }

  boolean usable() {
    return wkb != null;
  }

  /** Sets the columns that the shape alone decides. */
  void complete(SilverRow row) {
    row.set("area_m2", areaM2);
    row.set("length_m", lengthM);
    row.set("geometry", wkb);
    row.set("geometry_hash", hash);
    row.set("minx", box.getMinX());
    row.set("miny", box.getMinY());
    row.set("maxx", box.getMaxX());
    row.set("maxy", box.getMaxY());
  }

  /** Tells of the repair, if there was one. */
  void tellRepair(SilverRow row, String subject) {
    if (repair == null) {
      return;
    }
    row.set("repair", repair);
    row.set("repair_delta_m2", repairDeltaM2);
    row.doubt(
        "GEOMETRY_REPAIRED",
        subject,
        Map.of("id", subject, "delta", repairDeltaM2.toPlainString(), "reason", fault));
  }

  private static MeasuredShape ofLineOrPoint(Geometry degrees) {
    TopologyValidationError error = new IsValidOp(degrees).getValidationError();
    if (error != null) {
      return unusable(error.getMessage());
    }
    return new MeasuredShape(
        new WKBWriter(2).write(degrees),
        ContentHash.of(degrees),
        degrees.getEnvelopeInternal(),
        BigDecimal.ZERO,
        degrees.getDimension() == 1 ? GeodesicLength.metres(degrees) : null,
        "",
        null,
        null);
  }

  private static MeasuredShape ofPolygon(Geometry degrees) {
    RepairResult result = GeometryRepair.inDegrees().repair(degrees);
    String fault = result.reason().map(RepairResult.Reason::message).orElse("");
    if (result.geometry().isEmpty()) {
      return unusable(fault);
    }
    Geometry geometry = result.geometry().get();
    boolean repaired = result.reason().isPresent();
    return new MeasuredShape(
        new WKBWriter(2).write(geometry),
        ContentHash.of(geometry),
        geometry.getEnvelopeInternal(),
        EllipsoidalArea.roundedM2(geometry),
        null,
        fault,
        repaired ? result.rung().name().toLowerCase(Locale.ROOT) : null,
        BigDecimal.valueOf(result.areaDeltaM2()).setScale(2, RoundingMode.HALF_UP));
  }

  private static MeasuredShape unusable(String fault) {
    return new MeasuredShape(null, null, null, null, null, fault, null, null);
  }
}
