package org.planpulse.jobs.conform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.FactoryException;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.geometry.ReferenceSystem;

/**
 * Reads delivered shapes into silver rows. A shape that comes several times in a row, as one that
 * stands in several years does, is measured once.
 */
final class ShapeReader {

  private static final Map<String, Boolean> CONVERTIBLE = new ConcurrentHashMap<>();

  private final ShapeKind kind;
  private byte[] lastDelivered;
  private String lastCrs;
  private MeasuredShape last;

  ShapeReader(ShapeKind kind) {
    this.kind = kind;
  }

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
    MeasuredShape shape = measured(wkb, crs);
    if (!shape.usable()) {
      row.reject("GEOMETRY_UNUSABLE", subject, Map.of("id", subject, "reason", shape.fault()));
    } else if (!extent.contains(shape.box())) {
      row.reject("GEOMETRY_MISPLACED", "", Map.of("id", subject, "place", text(shape.box())));
    } else {
      shape.tellRepair(row, subject);
      shape.complete(row);
    }
  }

  private MeasuredShape measured(byte[] wkb, String crs) {
    if (last == null || !crs.equals(lastCrs) || !Arrays.equals(wkb, lastDelivered)) {
      last = MeasuredShape.of(wkb, crs, kind);
      lastCrs = crs;
      lastDelivered = wkb;
    }
    return last;
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
      return ReferenceSystem.isModern(ReferenceSystem.of(crs));
    } catch (FactoryException e) {
      return false;
    }
  }
}
