package org.planpulse.jobs.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import org.planpulse.jobs.geometry.ZoneParts;

/**
 * Units and zones cut into parts, numbered in the order given. They go to every worker as plain
 * bytes, which are read there once.
 */
final class PreparedZones implements Serializable {

  private static final long serialVersionUID = 1;

  private static final StructType BOX =
      new StructType()
          .add("part", DataTypes.IntegerType)
          .add("minx", DataTypes.DoubleType)
          .add("miny", DataTypes.DoubleType)
          .add("maxx", DataTypes.DoubleType)
          .add("maxy", DataTypes.DoubleType);

  private final String[] layers;
  private final String[] zones;
  private final byte[][] shapes;
  private transient Part[] parts;

  private PreparedZones(List<Part> parts) {
    this.layers = parts.stream().map(Part::layer).toArray(String[]::new);
    this.zones = parts.stream().map(Part::zone).toArray(String[]::new);
    this.shapes = parts.stream().map(part -> wkb(part.shape())).toArray(byte[][]::new);
  }

  static PreparedZones of(List<OverlayZone> zones) {
    return new PreparedZones(zones.parallelStream().flatMap(PreparedZones::parts).toList());
  }

  private static Stream<Part> parts(OverlayZone zone) {
    return ZoneParts.of(zone.outline()).stream()
        .map(part -> new Part(zone.layer(), zone.id(), part));
  }

  /** Number and box of each part, degrees: {@code part, minx, miny, maxx, maxy}. */
  Dataset<Row> boxes(SparkSession spark) {
    List<Row> boxes = new ArrayList<>(shapes.length);
    for (int number = 0; number < shapes.length; number++) {
      Envelope box = part(number).shape().getEnvelopeInternal();
      boxes.add(
          RowFactory.create(number, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
    return spark.createDataFrame(boxes, BOX);
  }

  /** The parts of these numbers, in the order of the numbers. */
  List<Part> parts(List<Integer> numbers) {
    return numbers.stream().sorted().map(this::part).toList();
  }

  private synchronized Part part(int number) {
    if (parts == null) {
      parts = new Part[shapes.length];
    }
    if (parts[number] == null) {
      parts[number] = new Part(layers[number], zones[number], polygon(shapes[number]));
    }
    return parts[number];
  }

  private static byte[] wkb(Polygon shape) {
    return new WKBWriter(2).write(shape);
  }

  private static Polygon polygon(byte[] wkb) {
    try {
      Polygon shape = (Polygon) new WKBReader().read(wkb);
      shape.getEnvelopeInternal(); // kept by the shape, which several threads then only read
      return shape;
    } catch (ParseException e) {
      throw new IllegalStateException("written here", e);
    }
  }
}
