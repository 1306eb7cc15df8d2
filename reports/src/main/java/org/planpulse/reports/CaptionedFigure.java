package org.planpulse.reports;

import net.sf.jasperreports.renderers.Renderable;

/** A drawing of half the page width with its numbered caption. */
record CaptionedFigure(Renderable drawing, String caption) {}
