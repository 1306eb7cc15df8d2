package org.planpulse.jobs.conform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.geometry.ReferenceSystem;

/**
 * Reads delivered shapes into silver rows. A shape that comes several times in a row, as one that
 * stands in several years does, is measured once.
 */
final class ShapeReader {

  private static final String CGCS2000 = "EPSG:4490";
  private static final String WGS84 = "EPSG:4326";

  private final ShapeKind kind;
  private final Map<String, Optional<String>> targets = new HashMap<>();
  private byte[] lastDelivered;
  private String lastCrs;
  private MeasuredShape last;

  ShapeReader(ShapeKind kind) {
    this.kind = kind;
  }

  /**
   * Sets the geometry columns of a row, or rejects it.
   *
   * @param dataset whose shapes must lie in its extent
   */
  void read(byte[] wkb, String crs, DatasetSpec dataset, String subject, SilverRow row) {
    Optional<String> target =
        crs == null
            ? Optional.empty()
            : targets.computeIfAbsent(crs, delivered -> target(delivered, dataset));
    if (target.isEmpty()) {
      row.reject(
          "CRS_UNSUPPORTED", Objects.toString(crs, ""), Map.of("crs", Objects.toString(crs, "")));
      return;
    }
    MeasuredShape shape = measured(wkb, crs, target.get());
    if (!shape.usable()) {
      row.reject("GEOMETRY_UNUSABLE", subject, Map.of("id", subject, "reason", shape.fault()));
    } else if (!dataset.extent().contains(shape.box())) {
      row.reject("GEOMETRY_MISPLACED", "", Map.of("id", subject, "place", text(shape.box())));
    } else {
      shape.tellRepair(row, subject);
      shape.complete(row);
    }
  }

  private MeasuredShape measured(byte[] wkb, String crs, String target) {
    if (last == null || !crs.equals(lastCrs) || !Arrays.equals(wkb, lastDelivered)) {
      last = MeasuredShape.of(wkb, crs, target, kind);
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
   * What to convert to. Degrees of modern systems are those of CGCS2000; an older datum with a
   * published shift is brought to WGS 84, for to CGCS2000 the engine knows no shift and would leave
   * it out. Of the older Chinese datums there is no public shift good enough for parcels.
   */
  private static Optional<String> target(String crs, DatasetSpec dataset) {
    try {
      CoordinateReferenceSystem delivered = ReferenceSystem.of(crs);
      if (ReferenceSystem.isModern(delivered)) {
        return Optional.of(CGCS2000);
      }
      return dataset.shiftedDatums().contains(ReferenceSystem.datum(delivered))
          ? Optional.of(WGS84)
          : Optional.empty();
    } catch (FactoryException e) {
      return Optional.empty();
    }
  }
}
