package org.planpulse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.Renderable;
import org.planpulse.reports.layout.Block;

/** Figures side by side, two in a row. */
final class FigurePairs {
  private FigurePairs() {}

  record Pair(Renderable left, String leftCaption, Renderable right, String rightCaption) {}

  static Block block(List<CaptionedFigure> figures) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < figures.size(); i += 2) {
      CaptionedFigure left = figures.get(i);
      CaptionedFigure right =
          i + 1 < figures.size() ? figures.get(i + 1) : new CaptionedFigure(null, null);
      pairs.add(new Pair(left.drawing(), left.caption(), right.drawing(), right.caption()));
    }
    return new Block("figures", Map.of(), pairs);
  }
}
