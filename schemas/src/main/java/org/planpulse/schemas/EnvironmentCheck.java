package org.planpulse.schemas;

import static org.planpulse.schemas.SchemaCheck.require;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.planpulse.schemas.codelist.AirStandard;
import org.planpulse.schemas.codelist.WaterStandard;
import org.planpulse.schemas.codelist.WaterStandard.Item;

/** Checks the standards by which air and water are judged. */
final class EnvironmentCheck {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Schemas schemas;

  EnvironmentCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    schemas.airStandards().values().forEach(this::check);
    schemas.waterStandards().values().forEach(this::check);
  }

  private void check(AirStandard standard) {
    String edition = "codelists/air_standards.yaml, " + standard.id();
    require(
        standard.index().size() > 1
            && standard.index().get(0) == 0
            && rises(standard.index().stream().map(BigDecimal::valueOf).toList(), 1),
        edition,
        "has an index that does not rise from 0: " + standard.index());
    int good = standard.index().indexOf(standard.good());
    require(good > 0, edition, "counts as good " + standard.good() + ", which is not in its index");
    standard
        .pollutants()
        .forEach(
            (item, pollutant) -> {
              String where = edition + ", " + item;
              unit(where, pollutant.unit());
              List<BigDecimal> breakpoints = pollutant.breakpoints();
              require(
                  breakpoints.size() <= standard.index().size() && rises(breakpoints, 1),
                  where,
                  "has breakpoints that do not rise, or more of them than the index has");
              require(
                  breakpoints.size() > good,
                  where,
                  "has no breakpoint for the index " + standard.good() + ", up to which is good");
              BigDecimal percentile = pollutant.percentile();
              require(
                  percentile == null
                      || percentile.signum() > 0 && percentile.compareTo(HUNDRED) <= 0,
                  where,
                  "has a percentile that is not above 0 and up to 100: " + percentile);
            });
  }

  /**
   * @param least 1 when neighbours must differ, 0 when they may be equal
   */
  private static boolean rises(List<BigDecimal> numbers, int least) {
    return IntStream.range(1, numbers.size())
        .allMatch(i -> numbers.get(i).compareTo(numbers.get(i - 1)) >= least);
  }

  private void check(WaterStandard standard) {
    String name = "codelists/water_standards.yaml, " + standard.id();
    require(
        standard.good() > 0 && standard.good() <= standard.classes(),
        name,
        "counts as good class " + standard.good() + " of " + standard.classes());
    for (String item : standard.needed()) {
      require(standard.items().containsKey(item), name, "needs " + item + ", which has no limits");
    }
    standard
        .items()
        .forEach(
            (item, limits) -> {
              String where = name + ", " + item;
              unit(where, limits.unit());
              require(
                  Stream.of(limits.most(), limits.least(), limits.range())
                              .filter(Objects::nonNull)
                              .count()
                          == 1
                      && ofSize(limits, standard.classes()),
                  where,
                  "must have one limit for each class, or one range");
              require(
                  limits.range() == null || rises(limits.range(), 0),
                  where,
                  "has a range whose lowest value is above its highest: " + limits.range());
              require(
                  isOrdered(limits), where, "has limits that get stricter from a class to a worse");
            });
  }

  private static boolean isOrdered(Item item) {
    if (item.least() != null) {
      return rises(item.least().stream().map(BigDecimal::negate).toList(), 0);
    }
    return item.most() == null || rises(item.most(), 0);
  }

  private static boolean ofSize(Item item, int classes) {
    return item.range() != null
        ? item.range().size() == 2
        : (item.most() == null ? item.least() : item.most()).size() == classes;
  }

  private void unit(String where, String unit) {
    require(schemas.units().find(unit).isPresent(), where, "names unknown unit " + unit);
  }
}
