package org.planpulse.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;

/**
 * Places names inside their shapes, a line higher or lower where another name stands already; one
 * that finds no place there stands aside, and a line leads to it.
 */
final class MapLabels {
  private static final Font FONT = ReportFont.regular(6.5f);
  private static final BasicStroke HALO =
      new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** Around a name, in points. */
  private static final double GAP = 1.5;

  /** Where a name is tried: at the middle of its shape, then below and above it. */
  private static final int[] LINES_AWAY = {0, 1, -1, 2, -2, 3, -3};

  /** Where a name is tried aside: at these points from the middle of its shape, all around it. */
  private static final int NEAREST = 14;

  private static final int FARTHEST = 140;
  private static final int STEP = 7;
  private static final int DIRECTIONS = 16;

  private static final double DOT = 1.2;

  private final Graphics2D graphics;
  private final MapView view;
  private final Rectangle2D frame;
  private final List<Rectangle2D> taken = new ArrayList<>();

  /** From shapes to names that stand aside; no later name may cover one. */
  private final List<Line2D> leaders = new ArrayList<>();

  MapLabels(Graphics2D graphics, MapView view, Rectangle2D frame) {
    this.graphics = graphics;
    this.view = view;
    this.frame = frame;
  }

  /** A name and the shape it belongs to. */
  record Label(String text, Geometry shape) {}

  static List<Label> of(MapFigure map) {
    List<Label> labels = new ArrayList<>();
    for (Layer layer : map.layers()) {
      for (int i = 0; i < layer.labels().size(); i++) {
        if (!layer.labels().get(i).isBlank()) {
          labels.add(new Label(layer.labels().get(i), layer.shapes().get(i)));
        }
      }
    }
    return labels;
  }

  /** Whether the name is no wider than its shape on the page. */
  boolean fits(Label label) {
    double room = label.shape().getEnvelopeInternal().getWidth() / view.metresPerPoint();
    return layout(label).getBounds().getWidth() <= room;
  }

  /**
   * @return whether there was a place in the shape
   */
  boolean draw(Label label) {
    TextLayout layout = layout(label);
    Point2D inside = inside(label);
    double line = layout.getBounds().getHeight() + 2 * GAP;
    for (int lines : LINES_AWAY) {
      Point2D middle = new Point2D.Double(inside.getX(), inside.getY() + lines * line);
      Rectangle2D place = around(layout, middle);
      if (isFree(place) && isInside(label.shape(), middle.getX(), middle.getY())) {
        draw(label.text(), layout, place);
        return true;
      }
    }
    return false;
  }

  /**
   * With a line from the shape to the name, as near to it as there is room. The line crosses other
   * names only where they stand all around the shape, and the name covers other lines only where
   * there is no place between them: a name that is missing is worse.
   *
   * @return whether there was a place in the frame
   */
  boolean drawAside(Label label) {
    return drawAside(label, this::isFree, this::crossesNoName)
        || drawAside(label, this::isFree, (from, to) -> true)
        || drawAside(label, this::isFreeOfNames, (from, to) -> true);
  }

  private boolean drawAside(
      Label label, Predicate<Rectangle2D> place, BiPredicate<Point2D, Point2D> leader) {
    TextLayout layout = layout(label);
    Point2D inside = uncovered(label, inside(label));
    for (int away = NEAREST; away <= FARTHEST; away += STEP) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        Point2D middle =
            new Point2D.Double(
                inside.getX() + away * Math.cos(angle), inside.getY() + away * Math.sin(angle));
        Rectangle2D box = around(layout, middle);
        if (place.test(box) && !box.contains(inside) && leader.test(inside, middle)) {
          lead(inside, middle);
          draw(label.text(), layout, box);
          return true;
        }
      }
    }
    return false;
  }

  /** A name that covers all of the shape cannot be gone round. */
  private boolean crossesNoName(Point2D from, Point2D to) {
    Line2D line = new Line2D.Double(from, to);
    return taken.stream().filter(name -> !name.contains(from)).noneMatch(line::intersects);
  }

  /** A point of the shape that no name covers, near its middle; else the middle. */
  private Point2D uncovered(Label label, Point2D middle) {
    for (int down : LINES_AWAY) {
      for (int right : LINES_AWAY) {
        Point2D point =
            new Point2D.Double(
                middle.getX() + right * FONT.getSize2D(), middle.getY() + down * FONT.getSize2D());
        if (taken.stream().noneMatch(name -> name.contains(point))
            && isInside(label.shape(), point.getX(), point.getY())) {
          return point;
        }
      }
    }
    return middle;
  }

  /** The name covers the end of the line. */
  private void lead(Point2D from, Point2D to) {
    Line2D leader = new Line2D.Double(from, to);
    leaders.add(leader);
    graphics.setColor(Palette.TEXT);
    graphics.setStroke(ChartStyle.HAIRLINE);
    graphics.draw(leader);
    graphics.fill(new Ellipse2D.Double(from.getX() - DOT, from.getY() - DOT, 2 * DOT, 2 * DOT));
  }

  /** Where names stand, in the order they were drawn; for tests. */
  List<Rectangle2D> names() {
    return List.copyOf(taken);
  }

  /** The lines to names that stand aside, in the same order; for tests. */
  List<Line2D> leaders() {
    return List.copyOf(leaders);
  }

  private Point2D inside(Label label) {
    Point2D inside = new Point2D.Double();
    view.transform(label.shape().getInteriorPoint().getCoordinate(), inside);
    return inside;
  }

  private static Rectangle2D around(TextLayout layout, Point2D middle) {
    Rectangle2D box = layout.getBounds();
    double width = box.getWidth() + 2 * GAP;
    double height = box.getHeight() + 2 * GAP;
    return new Rectangle2D.Double(
        middle.getX() - width / 2, middle.getY() - height / 2, width, height);
  }

  private boolean isFree(Rectangle2D place) {
    return isFreeOfNames(place) && leaders.stream().noneMatch(place::intersectsLine);
  }

  private boolean isFreeOfNames(Rectangle2D place) {
    return frame.contains(place) && taken.stream().noneMatch(place::intersects);
  }

  private boolean isInside(Geometry shape, double x, double y) {
    return shape.intersects(
        shape.getFactory().createPoint(new Coordinate(view.east(x), view.north(y))));
  }

  private void draw(String text, TextLayout layout, Rectangle2D place) {
    taken.add(place);
    double x = place.getX() + GAP - layout.getBounds().getX();
    double y = place.getY() + GAP - layout.getBounds().getY();
    graphics.setColor(Color.WHITE);
    graphics.setStroke(HALO);
    graphics.draw(layout.getOutline(AffineTransform.getTranslateInstance(x, y)));
    graphics.setColor(Palette.TEXT);
    graphics.setFont(FONT);
    graphics.drawString(text, (float) x, (float) y);
  }

  private TextLayout layout(Label label) {
    return new TextLayout(label.text(), FONT, graphics.getFontRenderContext());
  }
}
