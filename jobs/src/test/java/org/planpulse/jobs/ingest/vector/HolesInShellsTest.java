package org.planpulse.jobs.ingest.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class HolesInShellsTest {

  @Test
  void aHoleGoesToTheSmallestShellThatHoldsIt() throws ParseException {
    Geometry mixed =
        read(
            "MULTIPOLYGON (((0 0, 0 30, 30 30, 30 0, 0 0)), ((40 0, 40 9, 49 9, 49 0, 40 0),"
                + " (5 5, 20 5, 20 20, 5 20, 5 5), (42 2, 44 2, 44 4, 42 4, 42 2)))");
    assertThat(mixed.isValid()).isFalse();

    Geometry grouped = regrouped(mixed);

    assertThat(grouped.isValid()).isTrue();
    assertThat(grouped.getArea()).isEqualTo(mixed.getArea()).isEqualTo(900 - 225 + 81 - 4);
    assertThat(grouped)
        .isEqualTo(
            read(
                "MULTIPOLYGON (((0 0, 0 30, 30 30, 30 0, 0 0), (5 5, 20 5, 20 20, 5 20, 5 5)),"
                    + " ((40 0, 40 9, 49 9, 49 0, 40 0), (42 2, 44 2, 44 4, 42 4, 42 2)))"));
  }

  @Test
  void anIslandInAHoleDoesNotTakeTheHoleItFills() throws ParseException {
    Geometry mixed =
        read(
            "MULTIPOLYGON (((0 0, 0 30, 30 30, 30 0, 0 0)), ((10 10, 10 20, 20 20, 20 10, 10 10),"
                + " (10 10, 25 10, 20 20, 10 20, 10 10)))");

    Geometry grouped = regrouped(mixed);

    assertThat(((Polygon) grouped.getGeometryN(0)).getNumInteriorRing()).isEqualTo(1);
  }

  @Test
  void otherShapesStayAsTheyAre() throws Exception {
    byte[] polygon =
        new WKBWriter(2).write(read("POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (2 2, 4 2, 4 4, 2 2))"));
    assertThat(new HolesInShells().call(polygon)).isSameAs(polygon);
    assertThat(new HolesInShells().call(null)).isNull();
  }

  private static Geometry regrouped(Geometry shape) throws ParseException {
    return new WKBReader().read(new HolesInShells().call(new WKBWriter(2).write(shape)));
  }

  private static Geometry read(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }
}
