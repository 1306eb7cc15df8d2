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

  private final Schemas schemas;

  EnvironmentCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    schemas.airStandards().values().forEach(this::check);
    schemas.waterStandards().values().forEach(this::check);
  }

  private void check(AirStandard standard) {
    standard
        .pollutants()
        .forEach(
            (item, pollutant) -> {
              String where = "air standard " + standard.id() + ", " + item;
              unit(where, pollutant.unit());
              List<BigDecimal> breakpoints = pollutant.breakpoints();
              require(
                  breakpoints.size() > 1
                      && breakpoints.size() <= standard.index().size()
                      && IntStream.range(1, breakpoints.size())
                          .allMatch(i -> breakpoints.get(i - 1).compareTo(breakpoints.get(i)) < 0),
                  where,
                  "has breakpoints that do not rise, or more of them than the index has");
            });
  }

  private void check(WaterStandard standard) {
    standard
        .items()
        .forEach(
            (item, limits) -> {
              String where = "water standard " + standard.id() + ", " + item;
              unit(where, limits.unit());
              require(
                  Stream.of(limits.most(), limits.least(), limits.range())
                              .filter(Objects::nonNull)
                              .count()
                          == 1
                      && ofSize(limits, standard.classes()),
                  where,
                  "must have one limit for each class, or one range");
            });
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
