package org.planpulse.reports.drawing;

import java.awt.Color;
import java.awt.Paint;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.planpulse.reports.document.Drawing;
import org.planpulse.reports.wording.NumberText;

/** Bar charts of land classes: the stock of each year stacked, and the net change of each class. */
public final class LandChart {
  private static final double ROOM_FOR_LABELS = 0.12;

  private LandChart() {}

  /**
   * @param values one line a class, one value a year; null where unknown
   * @param colours {@code #rrggbb}, one a class
   */
  public static Drawing stock(
      List<String> classes, List<String> colours, List<Integer> years, List<List<Double>> values) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    StackedBarRenderer renderer = new StackedBarRenderer();
    flat(renderer);
    for (int row = 0; row < classes.size(); row++) {
      for (int column = 0; column < years.size(); column++) {
        data.addValue(values.get(row).get(column), classes.get(row), years.get(column).toString());
      }
      renderer.setSeriesPaint(row, Color.decode(colours.get(row)));
    }
    renderer.setMaximumBarWidth(0.09);
    JFreeChart chart = chart(data, renderer, PlotOrientation.VERTICAL);
    ChartStyle.addLegend(chart, RectangleEdge.RIGHT);
    return ChartStyle.drawing(chart);
  }

  /**
   * @param changes last year minus first year, one a class; null where unknown
   */
  public static Drawing change(List<String> classes, List<Double> changes) {
    DefaultCategoryDataset data = new DefaultCategoryDataset();
    for (int i = 0; i < classes.size(); i++) {
      data.addValue(changes.get(i), "", classes.get(i));
    }
    BarRenderer renderer = new SignedBars();
    flat(renderer);
    label(renderer);
    JFreeChart chart = chart(data, renderer, PlotOrientation.HORIZONTAL);
    CategoryPlot plot = chart.getCategoryPlot();
    plot.getDomainAxis().setMaximumCategoryLabelWidthRatio(0.45f);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    ValueAxis values = plot.getRangeAxis();
    values.setLowerMargin(ROOM_FOR_LABELS);
    values.setUpperMargin(ROOM_FOR_LABELS);
    return ChartStyle.drawing(chart);
  }

  private static void label(BarRenderer renderer) {
    renderer.setDefaultItemLabelGenerator(new SignedLabels());
    renderer.setDefaultItemLabelsVisible(true);
    renderer.setDefaultItemLabelFont(ReportFont.regular(ChartStyle.TEXT_SIZE));
    renderer.setDefaultItemLabelPaint(Palette.TEXT);
    renderer.setDefaultPositiveItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
    renderer.setDefaultNegativeItemLabelPosition(
        new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
  }

  private static void flat(BarRenderer renderer) {
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
  }

  private static JFreeChart chart(
      CategoryDataset data, CategoryItemRenderer renderer, PlotOrientation orientation) {
    CategoryAxis categories = new CategoryAxis();
    ChartStyle.axis(categories);
    categories.setTickMarksVisible(false);
    NumberAxis values = new NumberAxis();
    ChartStyle.valueAxis(values);
    CategoryPlot plot = new CategoryPlot(data, categories, values, renderer);
    plot.setOrientation(orientation);
    plot.setRangeGridlinePaint(ChartStyle.grid());
    plot.setRangeGridlineStroke(ChartStyle.HAIRLINE);
    return ChartStyle.chart(plot);
  }

  private static final class SignedLabels extends StandardCategoryItemLabelGenerator {
    private static final long serialVersionUID = 1L;

    @Override
    public String generateLabel(CategoryDataset data, int row, int column) {
      Number value = data.getValue(row, column);
      return NumberText.signed(value == null ? null : value.doubleValue(), 2);
    }
  }

  /** Gains in the accent colour, losses in the warning one. */
  private static final class SignedBars extends BarRenderer {
    private static final long serialVersionUID = 1L;

    @Override
    public Paint getItemPaint(int row, int column) {
      Number value = getPlot().getDataset().getValue(row, column);
      return value != null && value.doubleValue() < 0 ? Palette.TARGET : Palette.ACCENT;
    }
  }
}
