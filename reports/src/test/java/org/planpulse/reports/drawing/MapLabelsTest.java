package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.reports.drawing.MapLabels.Label;

class MapLabelsTest {
  private static final Rectangle2D FRAME = new Rectangle2D.Double(0, 0, 100, 100);

  private static final MapView VIEW = MapView.fit(new Envelope(0, 100, 0, 100), FRAME);

  private final Graphics2D graphics =
      new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB).createGraphics();
  private final MapLabels labels = new MapLabels(graphics, VIEW, FRAME);

  @Test
  void aNameMovesAwayFromOneThatStandsAlready() {
    assertThat(labels.draw(new Label("西城社区", block(20, 50, 20, 80)))).isTrue();
    assertThat(labels.draw(new Label("东城社区", block(30, 60, 20, 80)))).isTrue();
  }

  @Test
  void aNameThatWouldLeaveItsShapeOrCoverAnotherStandsAside() {
    Label east = new Label("东城社区", block(30, 60, 48, 52));
    assertThat(labels.draw(new Label("西城社区", block(20, 50, 48, 52)))).isTrue();
    assertThat(labels.draw(east)).isFalse();
    assertThat(labels.drawAside(east)).isTrue();
  }

  @Test
  void aCrowdOfNamesCoversNeitherItselfNorTheEdge() {
    for (int i = 0; i < 5; i++) {
      assertThat(labels.drawAside(new Label("社区" + i, block(45 + i, 46 + i, 48, 52))))
          .as("name " + i)
          .isTrue();
    }
    List<Rectangle2D> names = labels.names();
    assertThat(names).hasSize(5).allMatch(FRAME::contains);
    for (int i = 0; i < names.size(); i++) {
      assertThat(names.subList(i + 1, names.size())).noneMatch(names.get(i)::intersects);
    }
  }

  @Test
  void aNameCoversNoLineThatLeadsToAnother() {
    assertThat(labels.draw(new Label("中心城区的社区", block(20, 90, 49, 51)))).isTrue();
    assertThat(labels.drawAside(new Label("东城街道社区", block(4, 6, 49, 51)))).isTrue();
    Line2D leader = labels.leaders().get(0);
    double east = VIEW.east(leader.getX1() + 0.2 * (leader.getX2() - leader.getX1()));
    double north = VIEW.north(leader.getY1() + 0.2 * (leader.getY2() - leader.getY1()));
    Label small = new Label("镇", block(east - 1, east + 1, north - 1, north + 1));
    assertThat(new MapLabels(graphics, VIEW, FRAME).draw(small)).as("on an empty map").isTrue();

    assertThat(labels.draw(small)).as("on the line").isFalse();
    assertThat(labels.drawAside(small)).isTrue();
    assertThat(leader.intersects(labels.names().get(2))).isFalse();
  }

  @Test
  void aNameThatOthersSurroundStandsAside() {
    for (int row = 38; row <= 62; row += 12) {
      assertThat(labels.draw(new Label("中心城区的社区", block(20, 80, row, row + 1)))).isTrue();
    }
    assertThat(labels.drawAside(new Label("东城社区", block(49, 51, 49, 51)))).isTrue();
  }

  private static Geometry block(double west, double east, double south, double north) {
    return new GeometryFactory().toGeometry(new Envelope(west, east, south, north));
  }
}
