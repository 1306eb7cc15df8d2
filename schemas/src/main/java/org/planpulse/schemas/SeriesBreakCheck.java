package org.planpulse.schemas;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.schemas.codelist.SeriesBreak;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/** Checks that each break names indicators and items there are, and breaks some series. */
final class SeriesBreakCheck {

  private final Schemas schemas;

  SeriesBreakCheck(Schemas schemas) {
    this.schemas = schemas;
  }

  void run() {
    Set<String> ids = new HashSet<>();
    for (SeriesBreak candidate : schemas.breaks().all()) {
      require(ids.add(candidate.id()), candidate, "is defined twice");
      names(
          candidate,
          candidate.indicators(),
          schemas.indicators().stream().map(Indicator::code).collect(Collectors.toSet()));
      names(candidate, candidate.statistics(), items(Input::statistic));
      names(candidate, candidate.observations(), items(Input::observation));
      require(
          schemas.indicators().stream().anyMatch(candidate::concerns),
          candidate,
          "concerns no indicator");
    }
  }

  private Set<String> items(Function<Input, String> kind) {
    return schemas.indicators().stream()
        .flatMap(indicator -> indicator.inputs().values().stream())
        .map(kind)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static void names(SeriesBreak candidate, List<String> names, Set<String> known) {
    for (String name : names) {
      require(known.contains(name), candidate, "names " + name + ", which no indicator has");
    }
  }

  private static void require(boolean condition, SeriesBreak candidate, String fault) {
    if (!condition) {
      throw new SchemaException("codelists/breaks.yaml: " + candidate.id() + " " + fault);
    }
  }
}
