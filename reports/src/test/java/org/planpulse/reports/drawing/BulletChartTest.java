package org.planpulse.reports.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.planpulse.reports.drawing.BulletChart.Bullet;
import org.planpulse.reports.wording.Light;

class BulletChartTest {
  private static final int WIDTH = 491;
  private static final int HEIGHT = 96;

  @Test
  void keepsLongSummariesOnThePage() {
    Light green = new Light("●", "met", "#2E7D4F");
    Bullet bullet =
        new Bullet(
            "Ecological red-line area", 1.0, "0.1062 (at least 0.1061 × 10,000 km², 2035)", green);
    BufferedImage image = new BufferedImage(2 * WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    new BulletChart(List.of(bullet), "the tick is the target")
        .draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    assertThat(IntStream.range(WIDTH, 2 * WIDTH).filter(x -> isDrawn(image, x))).isEmpty();
    assertThat(IntStream.range(WIDTH - 5, WIDTH).filter(x -> isDrawn(image, x))).isNotEmpty();
  }

  /** Two bars that end at the tick tell apart only by their shares. */
  @Test
  void printsTheShareOfTheTarget() {
    Light red = new Light("★", "broken", "#A61E2D");
    assertThat(new Bullet("Farmland", 0.99664, "", red).percent()).isEqualTo("99.66%");
    assertThat(drawn(new Bullet("Farmland", 0.99664, "", red)))
        .isNotEqualTo(drawn(new Bullet("Farmland", 0.99774, "", red)));
  }

  private static int[] drawn(Bullet bullet) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    new BulletChart(List.of(bullet), "")
        .draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.dispose();
    return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
  }

  private static boolean isDrawn(BufferedImage image, int x) {
    return IntStream.range(0, HEIGHT).anyMatch(y -> image.getRGB(x, y) != 0);
  }
}
