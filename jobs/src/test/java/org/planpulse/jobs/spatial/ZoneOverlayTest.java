package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.ParcelOverlay;
import org.planpulse.samples.overlay.OverlaySample;

/** The generated city by unit and zone: it closes to 0.00 m2, whatever the order and partitions. */
class ZoneOverlayTest {

  private static final StructType PARCEL =
      new StructType()
          .add("parcel", DataTypes.StringType)
          .add("class", DataTypes.StringType)
          .add("hundredths", DataTypes.LongType)
          .add("geometry", DataTypes.BinaryType)
          .add("minx", DataTypes.DoubleType)
          .add("miny", DataTypes.DoubleType)
          .add("maxx", DataTypes.DoubleType)
          .add("maxy", DataTypes.DoubleType);

  private static final int PARCELS = 3_000;

  @TempDir private Path folder;

  private final SparkSession spark = SharedSpark.session();

  @Test
  void theCityClosesToTheLastDigitInAnyOrderAndAnyPartitions() throws Exception {
    OverlaySample.write(folder, PARCELS, 42);
    List<OverlayZone> zones = zones();
    List<Row> parcels = parcels();
    long total = parcels.stream().mapToLong(row -> row.getLong(2)).sum();

    List<String> sums = sums(parcels, 1, zones);
    assertThat(sumOf(sums, ParcelOverlay.LAND)).isEqualTo(total);
    assertThat(sumOf(sums, OverlaySample.COVERING_LAYER)).isEqualTo(total);

    List<Row> shuffled = new ArrayList<>(parcels);
    Collections.shuffle(shuffled, new Random(1));
    assertThat(sums(shuffled, 7, zones)).isEqualTo(sums);
  }

  @Test
  void boxesAreJoinedByTheBroadcastIndexOfSedona() {
    Geometry zone = new GeometryFactory().createPoint(new Coordinate(112, 43)).buffer(0.1);
    PreparedZones prepared = PreparedZones.of(List.of(new OverlayZone("L", "z", zone)));
    Dataset<Row> candidates =
        ZoneOverlay.candidates(
            spark, table(List.of(parcel("p", "c", zone)), 1), prepared.tileBoxes(spark));
    String plan = candidates.queryExecution().executedPlan().toString();
    assertThat(plan)
        .contains("BroadcastIndexJoin")
        .doesNotContain("CartesianProduct", "NestedLoop");
  }

  @Test
  void aZoneOfEightyThousandPointsAndAUnitOfNearlyAllParcelsMakeNoLongTask() {
    GeometryFactory factory = new GeometryFactory();
    Geometry zone = factory.createPoint(new Coordinate(112, 43)).buffer(0.1, 20_000);
    assertThat(zone.getNumPoints()).isGreaterThan(80_000);
    List<Row> parcels = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      Coordinate place =
          new Coordinate(
              112 + 0.3 * random.nextDouble() - 0.15, 43 + 0.3 * random.nextDouble() - 0.15);
      parcels.add(parcel("p" + i, "c", factory.createPoint(place).buffer(0.001, 3)));
    }
    double inside =
        ZoneOverlay.entries(spark, table(parcels, 4), List.of(new OverlayZone("L", "z", zone)))
            .groupBy()
            .sum("hundredths")
            .head()
            .getLong(0);
    double expected =
        parcels.stream()
            .map(row -> ZoneOverlayTest.read(row.getAs(3)))
            .mapToDouble(shape -> 100 * EllipsoidalArea.squareMetres(shape.intersection(zone)))
            .sum();
    assertThat(inside).isCloseTo(expected, within(2_000.0 * 2));
  }

  private List<String> sums(List<Row> parcels, int partitions, List<OverlayZone> zones) {
    return ZoneOverlay.entries(spark, table(parcels, partitions), zones)
        .groupBy("zone_layer", "zone_id", "unit", "class")
        .sum("hundredths")
        .collectAsList()
        .stream()
        .map(row -> row.mkString(","))
        .sorted()
        .toList();
  }

  private static long sumOf(List<String> sums, String layer) {
    return sums.stream()
        .map(line -> line.split(","))
        .filter(cells -> cells[0].equals(layer))
        .mapToLong(cells -> Long.parseLong(cells[4]))
        .sum();
  }

  private Dataset<Row> table(List<Row> parcels, int partitions) {
    return spark.createDataFrame(parcels, PARCEL).repartition(partitions);
  }

  private List<OverlayZone> zones() {
    List<String> layers = new ArrayList<>(OverlaySample.ZONE_LAYERS);
    layers.add(OverlaySample.UNITS);
    return layers.stream()
        .flatMap(layer -> shapefile(layer).collectAsList().stream())
        .map(
            row -> {
              boolean unit = row.<String>getAs("LAYER").equals(OverlaySample.UNITS);
              String layer = unit ? ParcelOverlay.LAND : row.getAs("LAYER");
              return new OverlayZone(layer, row.getAs("ID"), row.getAs("geometry"));
            })
        .toList();
  }

  private List<Row> parcels() {
    return shapefile(OverlaySample.PARCELS + "_[0-9]").collectAsList().stream()
        .map(row -> parcel(row.getAs("BSM"), row.getAs("DLBM"), row.getAs("geometry")))
        .toList();
  }

  private static Row parcel(String name, String landClass, Geometry shape) {
    assertThat(shape.isValid()).as(name).isTrue();
    byte[] wkb = new WKBWriter(2).write(shape);
    Envelope box = shape.getEnvelopeInternal();
    return RowFactory.create(
        name,
        landClass,
        EllipsoidalArea.hundredths(shape),
        wkb,
        box.getMinX(),
        box.getMinY(),
        box.getMaxX(),
        box.getMaxY());
  }

  private static Geometry read(byte[] wkb) {
    try {
      return new WKBReader().read(wkb);
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private Dataset<Row> shapefile(String name) {
    return spark.read().format("shapefile").load(folder.resolve(name + ".shp").toString());
  }
}
