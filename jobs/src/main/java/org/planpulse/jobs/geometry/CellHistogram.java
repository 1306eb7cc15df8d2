package org.planpulse.jobs.geometry;

import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a zone by bins of value, as an account that closes: areas are whole hundredths of a
 * square metre and sum to the area of the zone that the raster covers; the last line takes what
 * rounding leaves. Bins without cells are left out.
 */
public final class CellHistogram {

  /**
   * One line of the account.
   *
   * @param lower values above it, or equal where it is the upper limit too; null without limit, and
   *     for cells without a value
   * @param upper values up to it; null likewise
   * @param hasValue false for the line of the cells without a value
   * @param share cells, in {@code 1 / }{@link CellFractions#WHOLE}
   * @param hundredths area in 0.01 m²
   */
  public record Bin(Double lower, Double upper, boolean hasValue, long share, long hundredths) {}

  private record Part(Double lower, Double upper, boolean hasValue, long share, double m2) {}

  private CellHistogram() {}

  /** Each value is a bin of its own, whose lower and upper limit it is. */
  public static List<Bin> ofClasses(CellDistribution cells) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      parts.add(part(cells, cells.value(i), cells.value(i), i, i + 1));
    }
    return closed(parts, cells);
  }

  /**
   * Bins above one edge and up to the next, as the grades of slope in the land survey (≤ 2°,
   * 2°–6°); the first and the last are open.
   *
   * @param edges rising; none makes one bin of all
   */
  public static List<Bin> ofBins(CellDistribution cells, double... edges) {
    return closed(parts(cells, edges), cells);
  }

  /** As {@link #ofBins} for values on a circle: what lies above the last edge joins the first. */
  public static List<Bin> ofDirections(CellDistribution cells, double... edges) {
    List<Part> parts = parts(cells, edges);
    Part first = parts.remove(0);
    Part last = parts.isEmpty() ? first : parts.remove(parts.size() - 1);
    if (last != first) {
      first = new Part(last.lower, first.upper, true, first.share + last.share, first.m2 + last.m2);
    }
    parts.add(0, first);
    return closed(parts, cells);
  }

  private static List<Part> parts(CellDistribution cells, double... edges) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int bin = 0; bin < edges.length; bin++) {
      int to = from;
      while (to < cells.size() && cells.value(to) <= edges[bin]) {
        to++;
      }
      parts.add(part(cells, bin == 0 ? null : edges[bin - 1], edges[bin], from, to));
      from = to;
    }
    Double last = edges.length == 0 ? null : edges[edges.length - 1];
    parts.add(part(cells, last, null, from, cells.size()));
    return parts;
  }

  private static Part part(CellDistribution cells, Double lower, Double upper, int from, int to) {
    long share = 0;
    double m2 = 0;
    for (int i = from; i < to; i++) {
      share = Math.addExact(share, cells.share(i));
      m2 += cells.squareMetres(i);
    }
    return new Part(lower, upper, true, share, m2);
  }

  private static List<Bin> closed(List<Part> parts, CellDistribution cells) {
    parts.add(new Part(null, null, false, cells.emptyShare(), cells.emptySquareMetres()));
    parts.removeIf(part -> part.share == 0);
    double[] m2 = parts.stream().mapToDouble(Part::m2).toArray();
    long total = cells.totalHundredths();
    long[] hundredths = total == 0 ? new long[m2.length] : AreaBalance.split(total, m2);
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < hundredths.length; i++) {
      Part part = parts.get(i);
      bins.add(new Bin(part.lower, part.upper, part.hasValue, part.share, hundredths[i]));
    }
    return bins;
  }
}
