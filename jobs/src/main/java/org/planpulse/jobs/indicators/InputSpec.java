package org.planpulse.jobs.indicators;

import java.util.List;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.indicator.Input;

/** One named input of one indicator. */
record InputSpec(String indicator, String name, boolean forUnits, Input input) {

  /** All inputs of a catalogue; entries that are not computed have none. */
  static List<InputSpec> of(List<Indicator> catalogue) {
    return catalogue.stream()
        .flatMap(
            indicator ->
                indicator.inputs().entrySet().stream()
                    .map(
                        entry ->
                            new InputSpec(
                                indicator.code(),
                                entry.getKey(),
                                indicator.computedForUnits(),
                                entry.getValue())))
        .toList();
  }

  /** Kind of source, which decides the table the input is read from. */
  Source source() {
    if (input.statistic() != null) {
      return Source.STATISTIC;
    }
    if (input.observation() != null) {
      return Source.OBSERVATION;
    }
    if (input.register() != null) {
      return Source.REGISTER;
    }
    if (input.theme() != null) {
      return Source.THEME;
    }
    if (input.service() != null) {
      return Source.SERVICE;
    }
    if (input.air() != null) {
      return Source.AIR;
    }
    if (input.sections() != null) {
      return Source.SECTIONS;
    }
    if (input.raster() != null) {
      return Source.RASTER;
    }
    if (input.territory() != null) {
      return Source.TERRITORY;
    }
    return input.zone() != null ? Source.ZONE : Source.LAND;
  }

  enum Source {
    STATISTIC,
    OBSERVATION,
    REGISTER,
    THEME,
    SERVICE,
    AIR,
    SECTIONS,
    RASTER,
    TERRITORY,
    ZONE,
    LAND
  }
}
