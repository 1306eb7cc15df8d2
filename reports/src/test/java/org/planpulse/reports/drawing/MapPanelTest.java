package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

class MapPanelTest {
  private static MapFigure map(List<Geometry> shapes) {
    Layer layer = new Layer("", shapes, "#ffffff", 1, "", 0, false, List.of());
    return new MapFigure("map", "title", "caption", "crs", "", List.of(layer));
  }

  @Test
  void scaleBarHasARoundLengthThatFits() {
    assertThat(MapPanel.niceLength(23_400)).isEqualTo(20_000);
    assertThat(MapPanel.niceLength(9_999)).isEqualTo(5_000);
    assertThat(MapPanel.niceLength(1_000)).isEqualTo(1_000);
  }

  @Test
  void mapsNorthUpAndEastRightAtOneScale() {
    Geometry square = new GeometryFactory().toGeometry(new Envelope(0, 10_600, 0, 5_000));
    MapView view = MapView.fit(map(List.of(square)), new Rectangle2D.Double(0, 0, 106, 106));
    Point2D northEast = new Point2D.Double();
    view.transform(new Coordinate(10_600, 5_000), northEast);
    assertThat(view.metresPerPoint()).isEqualTo(106.0);
    assertThat(northEast.getX()).isEqualTo(53 + 50.0);
    assertThat(northEast.getY()).isEqualTo(53 - 2_500 / 106.0);
  }

  @Test
  void refusesAnEmptyMap() {
    Wording wording = Wording.of(Language.EN);
    assertThatThrownBy(() -> new MapDrawing(map(List.of()), wording))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("title");
  }
}
