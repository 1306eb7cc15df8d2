package org.planpulse.jobs.spatial;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * A row of {@code silver.control_zone}, whatever file it came from.
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

  /** All rows, in an order that depends on nothing but them. */
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
        .toList();
  }

  /** Zones to overlay with, under the numbers of their names; rows of one name are one zone. */
  static List<OverlayZone> numbered(List<ControlZone> zones) {
    List<Name> names = names(zones);
    Map<Name, String> numbers =
        IntStream.range(0, names.size())
            .boxed()
            .collect(Collectors.toMap(names::get, ControlZone::number));
    return zones.stream()
        .map(zone -> new OverlayZone(zone.layer, numbers.get(zone.name()), zone.outline()))
        .toList();
  }

  /** What the numbers stand for: {@code zone_layer, zone_id, zone_type, number}. */
  static Dataset<Row> numbers(SparkSession spark, List<ControlZone> zones) {
    List<Name> names = names(zones);
    return spark.createDataFrame(
        IntStream.range(0, names.size())
            .mapToObj(
                place -> {
                  Name name = names.get(place);
                  return RowFactory.create(name.layer, name.id, name.type, number(place));
                })
            .toList(),
        NUMBERED);
  }

  private record Name(String layer, String id, String type) {}

  private Name name() {
    return new Name(layer, id, type);
  }

  private static List<Name> names(List<ControlZone> zones) {
    return zones.stream().map(ControlZone::name).distinct().toList();
  }

  private static String number(int place) {
    return "%08d".formatted(place);
  }

  private Geometry outline() {
    try {
      return new WKBReader().read(geometry.array());
    } catch (ParseException e) {
      throw new IllegalArgumentException("not the geometry of a table of ours", e);
    }
  }
}
