package org.planpulse.reports.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.planpulse.reports.document.Drawing;

/** The look all charts share: no frame, no gradient, hair-thin grid, small type. */
final class ChartStyle {
  static final float TEXT_SIZE = 6.5f;
  static final Stroke HAIRLINE = new BasicStroke(0.4f);
  static final Stroke LINE = new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final Stroke DASHED =
      new BasicStroke(
          0.9f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f, 2.5f}, 0f);

  private ChartStyle() {}

  /** A chart without title and legend; captions belong to the page. */
  static JFreeChart chart(Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(2, 0, 0, 4));
    JFreeChart chart = new JFreeChart(null, ReportFont.bold(TEXT_SIZE), plot, false);
    chart.setBackgroundPaint(null);
    chart.setPadding(new RectangleInsets(2, 0, 2, 2));
    return chart;
  }

  static void addLegend(JFreeChart chart, RectangleEdge side) {
    LegendTitle legend = new LegendTitle(chart.getPlot());
    legend.setItemFont(ReportFont.regular(TEXT_SIZE));
    legend.setItemPaint(Palette.TEXT);
    legend.setBackgroundPaint(null);
    legend.setFrame(BlockBorder.NONE);
    legend.setItemLabelPadding(new RectangleInsets(1, 2, 1, 6));
    legend.setPosition(side);
    chart.addLegend(legend);
  }

  static Drawing drawing(JFreeChart chart) {
    return chart::draw;
  }

  static void axis(Axis axis) {
    axis.setTickLabelFont(ReportFont.regular(TEXT_SIZE));
    axis.setTickLabelPaint(Palette.QUIET);
    axis.setAxisLinePaint(Palette.RULE);
    axis.setAxisLineStroke(HAIRLINE);
    axis.setTickMarkPaint(Palette.RULE);
    axis.setTickMarkStroke(HAIRLINE);
    axis.setTickMarkOutsideLength(2f);
  }

  static void valueAxis(NumberAxis axis) {
    axis(axis);
    axis.setAxisLineVisible(false);
    axis.setTickMarksVisible(false);
    axis.setNumberFormatOverride(number("#,##0.######;−#,##0.######"));
  }

  /** Numbers with so many decimals, trailing zeros kept, so that the labels of an axis align. */
  static NumberFormat decimals(int decimals) {
    String digits = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    return number(digits + ";−" + digits);
  }

  static NumberFormat number(String pattern) {
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
  }

  static Color grid() {
    return Palette.GRID;
  }
}
