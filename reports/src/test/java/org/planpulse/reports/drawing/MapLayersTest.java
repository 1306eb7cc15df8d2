package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.planpulse.reports.FixtureMaps;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;
import org.planpulse.reports.wording.Wording;
import org.planpulse.schemas.Language;

/** What the legend of a map names is to be seen on the map. */
class MapLayersTest {
  /** No layer of a map is black. */
  private static final String MARK = "#000000";

  /** Width of the column with the legend, in points. */
  private static final int LEGEND = 132;

  static List<MapFigure> maps() {
    return FixtureMaps.all();
  }

  @ParameterizedTest
  @MethodSource("maps")
  void everyLayerOfTheLegendIsDrawn(MapFigure map) {
    List<Layer> named = map.layers().stream().filter(l -> !l.label().isEmpty()).toList();
    assertThat(named).isNotEmpty();
    BufferedImage plain = drawn(map);
    for (Layer layer : named) {
      assertThat(differences(plain, drawn(withMark(map, layer))))
          .as(map.title() + ": " + layer.label())
          .isPositive();
    }
  }

  /** The map with one layer in a colour that no other has. */
  private static MapFigure withMark(MapFigure map, Layer marked) {
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : map.layers()) {
      layers.add(
          layer == marked
              ? new Layer(
                  layer.label(),
                  layer.shapes(),
                  layer.fill().isEmpty() ? "" : MARK,
                  1,
                  layer.stroke().isEmpty() ? "" : MARK,
                  layer.strokeWidth(),
                  layer.dashed(),
                  layer.labels())
              : layer);
    }
    return new MapFigure(
        map.key(), map.title(), map.caption(), map.crsNote(), map.source(), layers);
  }

  private static BufferedImage drawn(MapFigure map) {
    int width = Figure.Size.MAP.width();
    int height = Figure.Size.MAP.height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    new MapDrawing(map, Wording.of(Language.ZH))
        .draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    graphics.dispose();
    return image;
  }

  /** Pixels of the map itself, without its legend. */
  private static int differences(BufferedImage one, BufferedImage other) {
    int count = 0;
    for (int x = 0; x < one.getWidth() - LEGEND; x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }
}
