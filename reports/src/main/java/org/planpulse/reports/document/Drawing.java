package org.planpulse.reports.document;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A chart or map that fills an area, in points; drawn as vectors or as a picture. */
@FunctionalInterface
public interface Drawing {
  void draw(Graphics2D page, Rectangle2D area);
}
