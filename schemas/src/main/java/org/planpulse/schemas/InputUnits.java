package org.planpulse.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.planpulse.schemas.codelist.RasterLayer;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.formula.UnitPowers;
import org.planpulse.schemas.indicator.Input;

/** What the inputs of formulas measure, by the units of contracts and the kind of source. */
final class InputUnits {

  private static final UnitPowers AREA = UnitPowers.of("m2");

  private final Schemas schemas;
  private final Map<String, String> items = new HashMap<>();
  private final Map<String, String> rasters = new HashMap<>();

  InputUnits(Schemas schemas) {
    this.schemas = schemas;
    for (Contract contract : schemas.contracts()) {
      contract.columns().stream()
          .filter(Column::item)
          .forEach(column -> items.put(column.name(), column.unit().orElse("1")));
      Optional.ofNullable(contract.constants().get("layer"))
          .ifPresent(layer -> rasters.put(layer, contract.constants().getOrDefault("unit", "1")));
    }
    for (RasterLayer layer : schemas.rasterLayers().values()) {
      if (layer.terrain() != null) {
        rasters.put(layer.id(), layer.terrain().unit());
      }
    }
  }

  /** Of an input whose names are known to exist. */
  UnitPowers of(Input input) {
    if (input.isCount()) {
      return ofUnit(input.counts());
    }
    if (input.raster() != null) {
      return ofUnit(rasters.getOrDefault(input.raster(), "1"));
    }
    if (input.service() != null) {
      return UnitPowers.NUMBER;
    }
    if (input.theme() != null) {
      return "length".equals(input.aggregate()) ? UnitPowers.of("m") : AREA;
    }
    String item = item(input);
    return item == null ? AREA : ofUnit(items.get(item));
  }

  private static String item(Input input) {
    if (input.item() != null) {
      return input.item();
    }
    return input.statistic() == null ? input.observation() : input.statistic();
  }

  private UnitPowers ofUnit(String code) {
    return UnitPowers.of(schemas.units().get(code).si());
  }
}
