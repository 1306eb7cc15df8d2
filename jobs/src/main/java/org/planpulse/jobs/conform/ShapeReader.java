package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sedona.common.FunctionsGeoTools;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.geometry.ContentHash;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.GeometryRepair;
import org.planpulse.jobs.geometry.RepairResult;

/** Brings a delivered polygon to EPSG:4490 (x = longitude), repairs it and measures it. */
final class ShapeReader implements Serializable {

  private static final String TARGET = "EPSG:4490";

  /** CGCS2000, WGS 84 and GRS 80 share it; Beijing 1954 and Xian 1980 do not. */
  private static final double SEMI_MAJOR_AXIS = 6378137;

  private static final Map<String, Boolean> CONVERTIBLE = new ConcurrentHashMap<>();

  /**
   * Sets the geometry columns of a row, or rejects it.
   *
   * @param extent in degrees, in which the shape must lie
   */
  void read(byte[] wkb, String crs, Envelope extent, String subject, SilverRow row) {
    if (crs == null || !CONVERTIBLE.computeIfAbsent(crs, ShapeReader::convertible)) {
      row.reject(
          "CRS_UNSUPPORTED", Objects.toString(crs, ""), Map.of("crs", Objects.toString(crs, "")));
      return;
    }
    try {
      Geometry delivered = new WKBReader().read(wkb == null ? new byte[0] : wkb);
      measure(FunctionsGeoTools.transform(delivered, crs, TARGET), extent, subject, row);
    } catch (ParseException | FactoryException | TransformException e) {
      row.reject(
          "GEOMETRY_UNUSABLE",
          subject,
          Map.of("id", subject, "reason", Objects.toString(e.getMessage(), "")));
    }
  }

  private static void measure(Geometry degrees, Envelope extent, String subject, SilverRow row) {
    RepairResult result = GeometryRepair.inDegrees().repair(degrees);
    if (result.geometry().isEmpty()) {
      String reason = result.reason().map(RepairResult.Reason::message).orElse("");
      row.reject("GEOMETRY_UNUSABLE", subject, Map.of("id", subject, "reason", reason));
      return;
    }
    Geometry geometry = result.geometry().get();
    Envelope box = geometry.getEnvelopeInternal();
    if (!extent.contains(box)) {
      row.reject("GEOMETRY_MISPLACED", "", Map.of("id", subject, "place", text(box)));
      return;
    }
    if (result.reason().isPresent()) {
      repaired(result, subject, row);
    }
    row.set("area_m2", EllipsoidalArea.roundedM2(geometry));
    row.set("geometry", new WKBWriter(2).write(geometry));
    row.set("geometry_hash", ContentHash.of(geometry));
    row.set("minx", box.getMinX());
    row.set("miny", box.getMinY());
    row.set("maxx", box.getMaxX());
    row.set("maxy", box.getMaxY());
  }

  private static void repaired(RepairResult result, String subject, SilverRow row) {
    BigDecimal delta = BigDecimal.valueOf(result.areaDeltaM2()).setScale(2, RoundingMode.HALF_UP);
    row.set("repair", result.rung().name().toLowerCase(Locale.ROOT));
    row.set("repair_delta_m2", delta);
    row.doubt(
        "GEOMETRY_REPAIRED",
        subject,
        Map.of(
            "id", subject,
            "delta", delta.toPlainString(),
            "reason", result.reason().map(RepairResult.Reason::message).orElse("")));
  }

  private static String text(Envelope box) {
    return String.format(
        Locale.ROOT,
        "%.4f %.4f, %.4f %.4f",
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY());
  }

  /**
   * Whether coordinates convert without a shift of datum. There is no public transformation from
   * the older Chinese datums that is good enough for parcels.
   */
  private static boolean convertible(String crs) {
    try {
      return CRS.getEllipsoid(CRS.decode(crs, true)).getSemiMajorAxis() == SEMI_MAJOR_AXIS;
    } catch (FactoryException e) {
      return false;
    }
  }
}
