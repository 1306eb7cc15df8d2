package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.model.Dimension.YearValue;

class SparklineTest {
  private static final int WIDTH = 60;
  private static final int HEIGHT = 15;

  @Test
  void joinsTheYearsOfASeries() {
    assertThat(columnsDrawn(List.of())).contains(WIDTH / 2);
  }

  @Test
  void joinsNothingAcrossABreak() {
    assertThat(columnsDrawn(List.of(2023))).doesNotContain(WIDTH / 2).contains(WIDTH / 6);
  }

  /** Columns of pixels with colour, of four years. */
  private static List<Integer> columnsDrawn(List<Integer> breaks) {
    List<YearValue> values =
        IntStream.rangeClosed(2021, 2024).mapToObj(year -> new YearValue(year, year)).toList();
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    new Sparkline(values, breaks, null).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return IntStream.range(0, WIDTH)
        .filter(x -> IntStream.range(0, HEIGHT).anyMatch(y -> image.getRGB(x, y) != 0))
        .boxed()
        .toList();
  }
}
