package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;

/** The city's own shape in tints of the accent colour, as ornament of the cover. */
public final class CoverArt implements Drawing {
  private static final Color LIGHTEST = new Color(0xEDF3F3);
  private static final Color DARKEST = new Color(0xA9C6C8);

  private final MapFigure map;

  public CoverArt(MapFigure map) {
    this.map = map;
  }

  @Override
  public void draw(Graphics2D page, Rectangle2D area) {
    Graphics2D graphics = (Graphics2D) page.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    MapShapes shapes = new MapShapes(graphics, MapView.fit(map, area));
    int last = Math.max(1, map.layers().size() - 1);
    for (int i = 0; i < map.layers().size(); i++) {
      String tint = tint((double) i / last);
      shapes.draw(new Layer("", map.layers().get(i).shapes(), tint, 1, "", 0, false, List.of()));
    }
    graphics.dispose();
  }

  /**
   * @param share 0 for the lightest, 1 for the darkest
   */
  private static String tint(double share) {
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int light = LIGHTEST.getRGB() >> shift & 0xFF;
      int dark = DARKEST.getRGB() >> shift & 0xFF;
      rgb |= (int) Math.round(light + share * (dark - light)) << shift;
    }
    return String.format(Locale.ROOT, "#%06x", rgb);
  }
}
