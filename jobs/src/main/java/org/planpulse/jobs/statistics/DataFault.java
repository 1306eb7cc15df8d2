package org.planpulse.jobs.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hipparchus.stat.descriptive.rank.Median;
import org.planpulse.jobs.statistics.YearSeries.Point;
import org.planpulse.schemas.codelist.WarningRules;

/** Why the last value of a series may be a fault of the data rather than of the city. */
public enum DataFault {
  /** Sources give different figures for it. */
  CONFLICT,
  /** It is ten, a hundred, ten thousand ... times the earlier ones, or that part of them. */
  UNIT_SLIP,
  /** It moved by far more than the series did before. */
  JUMP;

  private static final double MEDIAN_TO_DEVIATION = 1.4826;
  private static final int FEWEST_FOR_SLIP = 2;

  /** As written in tables, e.g. {@code unit_slip}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What the last value looks like beside the ones before it. */
  public static Optional<DataFault> ofLast(YearSeries series, WarningRules.Faults rules) {
    if (series.size() <= FEWEST_FOR_SLIP) {
      return Optional.empty();
    }
    if (isUnitSlip(series, rules)) {
      return Optional.of(UNIT_SLIP);
    }
    return isJump(series, rules) ? Optional.of(JUMP) : Optional.empty();
  }

  /**
   * The ratio to the median of the earlier values is near a factor between units. The earlier ones
   * must lie closer together than the root of that factor, or it says nothing.
   */
  private static boolean isUnitSlip(YearSeries series, WarningRules.Faults rules) {
    double[] sizes = sizesBeforeLast(series);
    Arrays.sort(sizes);
    double last = Math.abs(series.last().value());
    if (sizes[0] == 0 || last == 0) {
      return false;
    }
    double ratio = last / new Median().evaluate(sizes);
    double factor = Math.max(ratio, 1 / ratio);
    double spread = sizes[sizes.length - 1] / sizes[0];
    return rules.slips().stream()
        .filter(slip -> spread < Math.sqrt(slip))
        .anyMatch(
            slip ->
                factor >= slip / rules.slipTolerance() && factor <= slip * rules.slipTolerance());
  }

  /**
   * The last change per year, less the median of the earlier ones, is beyond so many of their
   * robust deviations (1.4826 · MAD), and the step is a good part of the level: a series that
   * hardly moved jumps easily.
   */
  private static boolean isJump(YearSeries series, WarningRules.Faults rules) {
    List<Point> points = series.points();
    int changes = points.size() - 1;
    if (changes - 1 < rules.fewest()) {
      return false;
    }
    double[] rates = new double[changes];
    for (int i = 0; i < changes; i++) {
      rates[i] = rate(points.get(i), points.get(i + 1));
    }
    double[] earlier = Arrays.copyOf(rates, changes - 1);
    double usual = new Median().evaluate(earlier);
    double deviation =
        MEDIAN_TO_DEVIATION
            * new Median()
                .evaluate(Arrays.stream(earlier).map(rate -> Math.abs(rate - usual)).toArray());
    double unusual = Math.abs(rates[changes - 1] - usual);
    int years = points.get(changes).year() - points.get(changes - 1).year();
    double level = new Median().evaluate(sizesBeforeLast(series));
    return unusual > rules.deviations() * deviation && unusual * years > rules.share() * level;
  }

  private static double rate(Point from, Point to) {
    return (to.value() - from.value()) / (to.year() - from.year());
  }

  private static double[] sizesBeforeLast(YearSeries series) {
    return series.points().subList(0, series.size() - 1).stream()
        .mapToDouble(point -> Math.abs(point.value()))
        .toArray();
  }
}
