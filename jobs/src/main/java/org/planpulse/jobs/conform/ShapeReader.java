package org.planpulse.jobs.conform;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.geometry.DatumShifts;
import org.planpulse.jobs.geometry.ToCgcs2000;

/**
 * Reads delivered shapes into silver rows. A shape that comes several times in a row, as one that
 * stands in several years does, is measured once.
 */
final class ShapeReader {

  private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

  private final ShapeKind kind;
  private final DatumShifts shifts;
  private final Map<String, Optional<ToCgcs2000>> ways = new HashMap<>();
  private byte[] lastDelivered;
  private String lastCrs;
  private MeasuredShape last;

  /**
   * @param shifts from old datums, where the workspace has them
   */
  ShapeReader(ShapeKind kind, DatumShifts shifts) {
    this.kind = kind;
    this.shifts = shifts;
  }

  /**
   * Sets the geometry columns of a row, or rejects it.
   *
   * @param extent in degrees, in which the shape must lie
   */
  void read(byte[] wkb, String crs, Envelope extent, String subject, SilverRow row) {
    Optional<ToCgcs2000> way = way(crs);
    if (way.isEmpty()) {
      row.reject("CRS_UNSUPPORTED", name(crs), Map.of("crs", name(crs)));
      return;
    }
    tellShift(way.get(), crs, row);
    MeasuredShape shape = measured(wkb, crs, way.get());
    if (!shape.usable()) {
      row.reject("GEOMETRY_UNUSABLE", subject, Map.of("id", subject, "reason", shape.fault()));
    } else if (!extent.contains(shape.box())) {
      row.reject("GEOMETRY_MISPLACED", "", Map.of("id", subject, "place", text(shape.box())));
    } else {
      shape.tellRepair(row, subject);
      shape.complete(row);
    }
  }

  private MeasuredShape measured(byte[] wkb, String crs, ToCgcs2000 way) {
    if (last == null || !crs.equals(lastCrs) || !Arrays.equals(wkb, lastDelivered)) {
      last = MeasuredShape.of(wkb, way, kind);
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

  private Optional<ToCgcs2000> way(String crs) {
    return crs == null
        ? Optional.empty()
        : ways.computeIfAbsent(crs, key -> ToCgcs2000.of(key, shifts));
  }

  private void tellShift(ToCgcs2000 way, String crs, SilverRow row) {
    switch (way.kind()) {
      case NONE -> {}
      case MAP_OFFSET -> row.doubt("CRS_OFFSET_REMOVED", crs, Map.of("crs", crs));
      case SEVEN_PARAMETERS, PUBLISHED_SHIFT ->
          row.doubt(
              "CRS_SHIFTED",
              name(crs),
              Map.of("crs", name(crs), "parameters", way.parameters().orElseThrow()));
    }
  }

  /** EPSG code, or the name in a text. */
  private static String name(String crs) {
    Matcher quoted = QUOTED.matcher(Objects.toString(crs, ""));
    return quoted.find() ? quoted.group(1) : Objects.toString(crs, "");
  }
}
