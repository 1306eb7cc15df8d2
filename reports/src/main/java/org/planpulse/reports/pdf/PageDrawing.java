package org.planpulse.reports.pdf;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;
import org.planpulse.reports.document.Drawing;

/** A drawing as vectors in a page. */
final class PageDrawing extends AbstractRenderer implements Graphics2DRenderable {
  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;

  PageDrawing(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D page, Rectangle2D area) {
    drawing.draw(page, area);
  }
}
