package org.planpulse.jobs.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class SharedLandTest {

  private static final Offset<Double> EXACT = Offset.offset(1e-9);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** Boxes: what two of them share needs no overlay to be known. */
  @Property(tries = 200)
  void boxesShareWhatTheirSidesSay(@ForAll("boxes") List<Envelope> boxes) {
    Map<String, Double> expected = new TreeMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = i + 1; k < boxes.size(); k++) {
        double area = boxes.get(i).intersection(boxes.get(k)).getArea();
        if (area > 0) {
          expected.put(i + " " + k, area);
        }
      }
    }

    Map<String, Double> found = shared(boxes.stream().map(FACTORY::toGeometry).toList());

    assertThat(found.keySet()).isEqualTo(expected.keySet());
    found.forEach((pair, area) -> assertThat(area).isCloseTo(expected.get(pair), EXACT));
  }

  @Provide
  Arbitrary<List<Envelope>> boxes() {
    Arbitrary<Integer> corner = Arbitraries.integers().between(0, 12);
    Arbitrary<Integer> side = Arbitraries.integers().between(1, 5);
    return Combinators.combine(corner, corner, side, side)
        .as((x, y, width, height) -> new Envelope(x, x + width, y, y + height))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  @Test
  void sharedLandInSeveralPiecesIsOneMultipolygonWithoutTheLinesTheyTouchIn()
      throws ParseException {
    Geometry comb = new WKTReader().read("POLYGON ((0 0, 9 0, 9 5, 6 5, 6 1, 3 1, 3 5, 0 5, 0 0))");
    Geometry bar = new WKTReader().read("POLYGON ((2 3, 7 3, 7 6, 2 6, 2 3))");

    new SharedLand(List.of(comb, bar))
        .visit(
            (one, other) -> true,
            (one, other, land) -> {
              assertThat(land.getGeometryType()).isEqualTo("MultiPolygon");
              assertThat(land.getArea()).isCloseTo(4, EXACT);
            });

    assertThat(shared(List.of(comb, bar))).containsOnlyKeys("0 1");
  }

  @Test
  void aPairNobodyWantsIsNotLookedAt() {
    Geometry box = FACTORY.toGeometry(new Envelope(0, 1, 0, 1));
    List<String> found = new ArrayList<>();

    new SharedLand(List.of(box, box, box))
        .visit(
            (one, other) -> other == 2 && one == 1,
            (one, other, land) -> found.add(one + " " + other));

    assertThat(found).containsExactly("1 2");
  }

  private static Map<String, Double> shared(List<Geometry> shapes) {
    Map<String, Double> areas = new TreeMap<>();
    new SharedLand(shapes)
        .visit(
            (one, other) -> true,
            (one, other, land) -> areas.put(one + " " + other, land.getArea()));
    return areas;
  }
}
