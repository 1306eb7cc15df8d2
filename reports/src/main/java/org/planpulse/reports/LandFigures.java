package org.planpulse.reports;

import java.util.List;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.drawing.LandChart;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.model.LandUse;
import org.planpulse.reports.model.LandUse.StockRow;

/** Charts of the land-use chapter, in hectares. */
final class LandFigures {
  private static final double M2_PER_HM2 = 10_000;

  private LandFigures() {}

  static List<Block> of(LandUse land, Place place) {
    int first = land.years().get(0);
    int last = land.years().get(land.years().size() - 1);
    List<String> names = land.stock().stream().map(StockRow::name).toList();
    return List.of(
        Blocks.figure(
            LandChart.stock(names, land.colours(), land.years(), hectares(land)),
            place.captions().figure("land.chart.stock", first, last)),
        Blocks.figure(
            LandChart.change(names, changes(land)),
            place.captions().figure("land.chart.change", first, last)));
  }

  private static List<List<Double>> hectares(LandUse land) {
    return land.stock().stream()
        .map(row -> row.areasM2().stream().map(LandFigures::hectares).toList())
        .toList();
  }

  private static List<Double> changes(LandUse land) {
    return land.stock().stream().map(StockRow::areasM2).map(LandFigures::change).toList();
  }

  private static Double change(List<Double> areasM2) {
    Double first = areasM2.get(0);
    Double last = areasM2.get(areasM2.size() - 1);
    return first == null || last == null ? null : hectares(last - first);
  }

  private static Double hectares(Double m2) {
    return m2 == null ? null : m2 / M2_PER_HM2;
  }
}
