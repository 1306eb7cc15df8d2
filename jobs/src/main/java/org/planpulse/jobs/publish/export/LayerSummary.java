package org.planpulse.jobs.publish.export;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.jobs.query.QuerySession;

/**
 * What the head of a file says about a layer.
 *
 * @param extent in degrees; empty for a layer without features
 * @param types of the geometries
 */
record LayerSummary(Optional<Envelope> extent, List<GeometryType> types) {

  /** Byte order and type stand in the first five bytes of WKB. */
  private static final int HEAD = 5;

  static LayerSummary of(QuerySession session, LayerTable layer) {
    List<Object> row =
        session
            .query(
                layer.unordered(
                    List.of(
                        "min(minx)",
                        "max(maxx)",
                        "min(miny)",
                        "max(maxy)",
                        "list(DISTINCT hex((" + LayerTable.WKB + ")[1:" + HEAD + "]))")))
            .rows()
            .get(0);
    return new LayerSummary(
        row.get(0) == null ? Optional.empty() : Optional.of(box(row)), types(row.get(4)));
  }

  private static Envelope box(List<Object> row) {
    return new Envelope(
        (Double) row.get(0), (Double) row.get(1), (Double) row.get(2), (Double) row.get(3));
  }

  private static List<GeometryType> types(Object heads) {
    TreeSet<GeometryType> types = new TreeSet<>();
    if (heads instanceof Collection<?> list) {
      list.stream()
          .filter(String.class::isInstance)
          .map(head -> GeometryType.ofWkb(HexFormat.of().parseHex((String) head)))
          .forEach(types::add);
    }
    return List.copyOf(types);
  }
}
