package org.planpulse.jobs.spatial;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.geometry.StoredShape;

/**
 * A zone of {@code silver.control_zone}, whatever files it came from. Rows of one name are one
 * zone: all land that any of them covers.
 *
 * @param type null when it has none
 * @param geometry WKB in CGCS2000 degrees; two zones are the same when all of this is
 */
record ControlZone(String layer, String id, String type, ByteBuffer geometry) {

  private static final Comparator<ControlZone> ORDER =
      Comparator.comparing(ControlZone::layer)
          .thenComparing(ControlZone::id)
          .thenComparing(ControlZone::type, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(ControlZone::geometry);

  private static final StructType NUMBERED =
      new StructType()
          .add("zone_layer", DataTypes.StringType)
          .add("zone_id", DataTypes.StringType)
          .add("zone_type", DataTypes.StringType)
          .add("number", DataTypes.StringType);

  /** All zones, in an order that depends on nothing but them. */
  static List<ControlZone> of(Dataset<Row> rows) {
    return rows.select("zone_layer", "zone_id", "zone_type", "geometry").collectAsList().stream()
        .map(
            row ->
                new ControlZone(
                    row.getString(0),
                    row.getString(1),
                    row.getString(2),
                    ByteBuffer.wrap(row.getAs(3))))
        .sorted(ORDER)
        .collect(Collectors.groupingBy(ControlZone::name, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(ControlZone::merged)
        .toList();
  }

  private List<String> name() {
    return Arrays.asList(layer, id, type);
  }

  private static ControlZone merged(List<ControlZone> rows) {
    ControlZone first = rows.get(0);
    if (rows.size() == 1) {
      return first;
    }
    Geometry all = OverlayNGRobust.union(rows.stream().map(ControlZone::outline).toList());
    byte[] geometry = new WKBWriter().write(all);
    return new ControlZone(first.layer, first.id, first.type, ByteBuffer.wrap(geometry));
  }

  /** Zones to overlay with, under their places in the list. */
  static List<OverlayZone> numbered(List<ControlZone> zones) {
    return IntStream.range(0, zones.size())
        .mapToObj(
            place ->
                new OverlayZone(zones.get(place).layer, number(place), zones.get(place).outline()))
        .toList();
  }

  /** What the numbers stand for: {@code zone_layer, zone_id, zone_type, number}. */
  static Dataset<Row> numbers(SparkSession spark, List<ControlZone> zones) {
    return spark.createDataFrame(
        IntStream.range(0, zones.size())
            .mapToObj(
                place -> {
                  ControlZone zone = zones.get(place);
                  return RowFactory.create(zone.layer, zone.id, zone.type, number(place));
                })
            .toList(),
        NUMBERED);
  }

  private static String number(int place) {
    return "%08d".formatted(place);
  }

  private Geometry outline() {
    return StoredShape.of(geometry.array());
  }
}
