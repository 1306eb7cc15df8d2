package org.planpulse.reports.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.drawing.MapLabels.Label;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.wording.Wording;

/**
 * A map with frame, kilometre grid, legend, north arrow, scale bar and CRS note, drawn as vectors
 * into the page. Where names crowd in a small part, such as a town, that part is drawn a second
 * time at a larger scale beside the map.
 */
public final class MapDrawing implements Drawing {
  private static final double PANEL_WIDTH = 122;
  private static final double DETAIL_WIDTH = 140;
  private static final double GAP = 10;

  /** A part larger than this share of the map is no detail. */
  private static final double LARGEST_DETAIL = 0.4;

  private static final double DETAIL_MARGIN = 0.08;

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
    MapView view = body(graphics, body);
    new MapPanel(map, wording, view.metresPerPoint())
        .draw(graphics, body.getMaxX() + GAP, area.getY(), PANEL_WIDTH, area.getHeight());
    graphics.dispose();
  }

  private MapView body(Graphics2D graphics, Rectangle2D body) {
    MapView view = MapView.fit(map, body);
    MapLabels all = new MapLabels(graphics, view, body);
    List<Label> labels = MapLabels.of(map);
    List<Label> crowded = labels.stream().filter(label -> !all.fits(label)).toList();
    Envelope town = extent(crowded);
    boolean detailed =
        crowded.size() > 1 && town.getWidth() < LARGEST_DETAIL * MapView.extent(map).getWidth();
    if (!detailed) {
      draw(graphics, view, body, labels);
      return view;
    }
    Rectangle2D left =
        new Rectangle2D.Double(
            body.getX(), body.getY(), body.getWidth() - DETAIL_WIDTH - GAP, body.getHeight());
    Rectangle2D right =
        new Rectangle2D.Double(left.getMaxX() + GAP, body.getY() + GAP, DETAIL_WIDTH, DETAIL_WIDTH);
    MapView whole = MapView.fit(map, left);
    draw(graphics, whole, left, labels.stream().filter(label -> !crowded.contains(label)).toList());
    MapView close = MapView.fit(town, right);
    draw(graphics, close, right, crowded);
    connect(graphics, whole, town, right, whole.metresPerPoint() / close.metresPerPoint());
    return whole;
  }

  private static Envelope extent(List<Label> labels) {
    Envelope extent = new Envelope();
    labels.forEach(label -> extent.expandToInclude(label.shape().getEnvelopeInternal()));
    extent.expandBy(extent.getWidth() * DETAIL_MARGIN, extent.getHeight() * DETAIL_MARGIN);
    return extent;
  }

  private void draw(Graphics2D graphics, MapView view, Rectangle2D frame, List<Label> labels) {
    Shape outer = graphics.getClip();
    graphics.clip(frame);
    MapShapes shapes = new MapShapes(graphics, view);
    map.layers().forEach(shapes::draw);
    MapGrid.draw(graphics, view, frame);
    MapLabels placed = new MapLabels(graphics, view, frame);
    labels.stream().filter(label -> !placed.draw(label)).toList().forEach(placed::drawAside);
    graphics.setClip(outer);
    graphics.setColor(Palette.RULE);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(frame);
  }

  /** Shows on the map what the detail is of, and below the detail how much larger it is. */
  private void connect(
      Graphics2D graphics, MapView whole, Envelope part, Rectangle2D detail, double times) {
    graphics.setColor(Palette.TARGET);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(whole.box(part));
    graphics.draw(detail);
    graphics.setFont(ReportFont.regular(6.5f));
    graphics.drawString(
        wording.text("map.detail", Math.round(times)),
        (float) detail.getX(),
        (float) (detail.getMaxY() + 9));
  }
}
