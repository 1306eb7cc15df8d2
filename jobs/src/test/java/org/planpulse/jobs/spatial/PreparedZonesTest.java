package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import scala.reflect.ClassTag$;

/** Zones as another process of a cluster gets them: in one process nothing is ever sent. */
class PreparedZonesTest {

  private final GeometryFactory factory = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWorkerFindsTheSamePartsAsTheirMaker(boolean kryo) {
    PreparedZones made = PreparedZones.of(List.of(zone("L", "a", 112), zone("M", "b", 112.05)));
    Serializer serializer =
        kryo ? new KryoSerializer(new SparkConf()) : new JavaSerializer(new SparkConf());
    var worker = serializer.newInstance();
    PreparedZones sent =
        worker.deserialize(
            worker.serialize(made, ClassTag$.MODULE$.apply(PreparedZones.class)),
            ClassTag$.MODULE$.apply(PreparedZones.class));

    List<Integer> tiles = IntStream.range(0, 4).boxed().toList();
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      Coordinate place = new Coordinate(112.1 - 0.2 * random.nextDouble(), 43);
      Geometry shape = factory.createPoint(place).buffer(0.02);
      List<String> near = texts(made.near(tiles, shape));
      found += near.size();
      assertThat(texts(sent.near(tiles, shape))).isEqualTo(near);
    }
    assertThat(found).isGreaterThan(500);
  }

  private static List<String> texts(List<Part> parts) {
    return parts.stream()
        .map(part -> part.layer() + " " + part.zone() + " " + part.shape().toText())
        .toList();
  }

  private OverlayZone zone(String layer, String id, double x) {
    return new OverlayZone(
        layer, id, factory.createPoint(new Coordinate(x, 43)).buffer(0.1, 2_000));
  }
}
