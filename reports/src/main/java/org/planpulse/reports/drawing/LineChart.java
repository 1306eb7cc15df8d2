package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.model.Dimension.YearValue;

/**
 * Yearly values as lines with a marker at each point; years without value and breaks of the series
 * stay gaps.
 */
public final class LineChart {
  private static final int LABELS_PER_AXIS = 12;
  private static final int GRID_LINES = 8;
  private static final double MARKER = 3.6;

  /** Of the values: smaller changes are not blown up to the height of the picture. */
  private static final double SMALLEST_SPAN = 0.02;

  private static final Color TRANSPARENT = new Color(0, 0, 0, 0);

  private LineChart() {}

  /**
   * @param values ascending years, gaps absent
   * @param breaks years that no line joins with those before; each gets a dashed upright
   */
  public record Line(String name, List<YearValue> values, List<Integer> breaks) {}

  /**
   * @param target drawn as a dashed line, null for none
   * @param targetLabel stands at the dashed line
   */
  public static Drawing of(List<Line> lines, Double target, String targetLabel) {
    XYSeriesCollection data = new XYSeriesCollection();
    lines.forEach(line -> data.addSeries(series(line)));
    XYPlot plot = new XYPlot(data, years(lines), values(data, target), renderer(lines.size()));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinePaint(ChartStyle.grid());
    plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
    lines.stream()
        .flatMap(line -> line.breaks().stream())
        .distinct()
        .forEach(
            year ->
                plot.addDomainMarker(
                    new ValueMarker(year - 0.5, Palette.TARGET, ChartStyle.DASHED)));
    if (target != null) {
      plot.addRangeMarker(marker(target, targetLabel, startsAbove(lines.get(0), target)));
    }
    JFreeChart chart = ChartStyle.chart(plot);
    if (lines.size() > 1) {
      ChartStyle.addLegend(chart, RectangleEdge.BOTTOM);
    }
    return ChartStyle.drawing(chart);
  }

  private static XYSeries series(Line line) {
    XYSeries series = new XYSeries(line.name());
    YearValue previous = null;
    for (YearValue point : line.values()) {
      if (previous != null && point.year() > previous.year() + 1) {
        series.add(previous.year() + 1, null); // no line across a gap
      } else if (previous != null && line.breaks().contains(point.year())) {
        series.add(point.year() - 0.5, null);
      }
      series.add(point.year(), point.value());
      previous = point;
    }
    return series;
  }

  private static NumberAxis years(List<Line> lines) {
    int first = lines.stream().mapToInt(l -> l.values().get(0).year()).min().orElseThrow();
    int last =
        lines.stream()
            .mapToInt(l -> l.values().get(l.values().size() - 1).year())
            .max()
            .orElseThrow();
    NumberAxis axis = new NumberAxis();
    ChartStyle.axis(axis);
    axis.setRange(first - 0.4, last + 0.4);
    axis.setTickUnit(new NumberTickUnit(1 + (last - first) / LABELS_PER_AXIS));
    axis.setNumberFormatOverride(ChartStyle.number("0"));
    return axis;
  }

  private static NumberAxis values(XYSeriesCollection data, Double target) {
    NumberAxis axis = new NumberAxis();
    ChartStyle.valueAxis(axis);
    axis.setAutoRangeIncludesZero(false);
    double low = data.getRangeLowerBound(false);
    double high = data.getRangeUpperBound(false);
    if (target != null) {
      low = Math.min(low, target);
      high = Math.max(high, target);
    }
    double size = high == 0 && low == 0 ? 1 : Math.max(Math.abs(low), Math.abs(high));
    double middle = (low + high) / 2;
    double half = Math.max((high - low) * 0.65, size * SMALLEST_SPAN / 2);
    axis.setRange(middle - half, middle + half);
    RoundStep step = RoundStep.of(2 * half / GRID_LINES);
    axis.setTickUnit(new NumberTickUnit(step.size()));
    axis.setNumberFormatOverride(ChartStyle.decimals(step.decimals()));
    return axis;
  }

  private static XYLineAndShapeRenderer renderer(int lines) {
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
    for (int i = 0; i < lines; i++) {
      renderer.setSeriesPaint(i, Palette.series(i));
      renderer.setSeriesStroke(i, ChartStyle.LINE);
      renderer.setSeriesShape(i, new Ellipse2D.Double(-MARKER / 2, -MARKER / 2, MARKER, MARKER));
    }
    return renderer;
  }

  /** The label stands at the left end of the target's line, on the side that the values leave. */
  private static boolean startsAbove(Line line, double target) {
    return line.values().get(0).value() >= target;
  }

  private static ValueMarker marker(double target, String label, boolean below) {
    ValueMarker marker = new ValueMarker(target, Palette.TARGET, ChartStyle.DASHED);
    marker.setAlpha(1f);
    marker.setLabel(label);
    marker.setLabelFont(ReportFont.regular(ChartStyle.TEXT_SIZE));
    marker.setLabelPaint(Palette.TARGET);
    marker.setLabelBackgroundColor(TRANSPARENT);
    marker.setLabelAnchor(below ? RectangleAnchor.BOTTOM_LEFT : RectangleAnchor.TOP_LEFT);
    marker.setLabelTextAnchor(below ? TextAnchor.TOP_LEFT : TextAnchor.BOTTOM_LEFT);
    return marker;
  }
}
