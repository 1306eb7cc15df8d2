package org.planpulse.reports.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.wording.Wording;

/** A map with legend, north arrow, scale bar and CRS note, drawn as vectors into the page. */
public final class MapDrawing implements Drawing {
  private static final double PANEL_WIDTH = 122;
  private static final double GAP = 10;

  private final MapFigure map;
  private final Wording wording;

  /**
   * @throws IllegalArgumentException when no layer has a shape; an empty frame says nothing
   */
  public MapDrawing(MapFigure map, Wording wording) {
    if (map.layers().stream().allMatch(layer -> layer.shapes().isEmpty())) {
      throw new IllegalArgumentException("the map has no shapes: " + map.title());
    }
    this.map = map;
    this.wording = wording;
  }

  @Override
  public void draw(Graphics2D page, Rectangle2D area) {
    Graphics2D graphics = (Graphics2D) page.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Rectangle2D body =
        new Rectangle2D.Double(
            area.getX() + 0.5,
            area.getY() + 0.5,
            area.getWidth() - PANEL_WIDTH - GAP - 1,
            area.getHeight() - 1);
    MapView view = MapView.fit(map, body);
    drawBody(graphics, view, body);
    new MapPanel(map, wording, view.metresPerPoint())
        .draw(graphics, body.getMaxX() + GAP, area.getY(), PANEL_WIDTH, area.getHeight());
    graphics.dispose();
  }

  private void drawBody(Graphics2D graphics, MapView view, Rectangle2D body) {
    Shape outer = graphics.getClip();
    graphics.clip(body);
    MapShapes shapes = new MapShapes(graphics, view);
    map.layers().forEach(shapes::draw);
    MapLabels labels = new MapLabels(graphics, view, body);
    map.layers().forEach(labels::draw);
    graphics.setClip(outer);
    graphics.setColor(Palette.RULE);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(body);
  }
}
