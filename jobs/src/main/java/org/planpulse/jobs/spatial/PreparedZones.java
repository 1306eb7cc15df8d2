package org.planpulse.jobs.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import org.planpulse.jobs.geometry.StoredShape;
import org.planpulse.jobs.geometry.ZoneParts;

/**
 * Units and zones cut into parts, numbered in the order given. They go to every worker as plain
 * bytes, which are read there once.
 */
final class PreparedZones implements Serializable {

  private static final long serialVersionUID = 1;

  private static final StructType BOX =
      new StructType()
          .add("number", DataTypes.IntegerType)
          .add("minx", DataTypes.DoubleType)
          .add("miny", DataTypes.DoubleType)
          .add("maxx", DataTypes.DoubleType)
          .add("maxy", DataTypes.DoubleType);

  private final String[] layers;
  private final String[] zones;
  private final byte[][] shapes;
  private final PartTiles tiles;

  /** Not sent: a process that received the bytes reads them when it first needs a part. */
  private transient volatile Part[] parts;

  private PreparedZones(List<Part> parts) {
    // Each keeps its envelope, which the tiles ask for below: several threads then only read.
    this.parts = parts.toArray(Part[]::new);
    this.layers = parts.stream().map(Part::layer).toArray(String[]::new);
    this.zones = parts.stream().map(Part::zone).toArray(String[]::new);
    this.shapes = parts.stream().map(part -> wkb(part.shape())).toArray(byte[][]::new);
    this.tiles =
        new PartTiles(parts.stream().map(part -> part.shape().getEnvelopeInternal()).toList());
  }

  static PreparedZones of(List<OverlayZone> zones) {
    return new PreparedZones(zones.parallelStream().flatMap(PreparedZones::cut).toList());
  }

  private static Stream<Part> cut(OverlayZone zone) {
    return ZoneParts.of(zone.outline()).stream()
        .map(part -> new Part(zone.layer(), zone.id(), part));
  }

  /** Number and box of each part, degrees: {@code number, minx, miny, maxx, maxy}. */
  Dataset<Row> partBoxes(SparkSession spark) {
    return boxes(
        spark,
        IntStream.range(0, shapes.length)
            .mapToObj(part -> row(part, parts()[part].shape().getEnvelopeInternal())));
  }

  /** The same of the tiles that hold parts. */
  Dataset<Row> tileBoxes(SparkSession spark) {
    return boxes(
        spark,
        IntStream.range(0, tiles.count())
            .filter(tile -> !tiles.isEmpty(tile))
            .mapToObj(tile -> row(tile, tiles.box(tile))));
  }

  private static Dataset<Row> boxes(SparkSession spark, Stream<Row> rows) {
    return spark.createDataFrame(rows.toList(), BOX);
  }

  private static Row row(int number, Envelope box) {
    return RowFactory.create(number, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  /** The parts of some tiles whose boxes meet that of a shape, in the order of their numbers. */
  List<Part> near(List<Integer> some, Geometry shape) {
    Part[] all = parts();
    int[] numbers = tiles.near(some, shape.getEnvelopeInternal());
    List<Part> near = new ArrayList<>(numbers.length);
    for (int number : numbers) {
      near.add(all[number]);
    }
    return near;
  }

  private Part[] parts() {
    if (parts == null) {
      readParts();
    }
    return parts;
  }

  private synchronized void readParts() {
    if (parts == null) {
      parts =
          IntStream.range(0, shapes.length)
              .mapToObj(part -> new Part(layers[part], zones[part], polygon(shapes[part])))
              .toArray(Part[]::new);
    }
  }

  private static byte[] wkb(Polygon shape) {
    return new WKBWriter(2).write(shape);
  }

  private static Polygon polygon(byte[] wkb) {
    Polygon shape = (Polygon) StoredShape.of(wkb);
    shape.getEnvelopeInternal(); // kept by the shape, which several threads then only read
    return shape;
  }
}
