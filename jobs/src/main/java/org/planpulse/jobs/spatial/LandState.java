package org.planpulse.jobs.spatial;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.LastRun;
import org.planpulse.jobs.warehouse.Warehouse;

/**
 * What the land inside control lines is computed from.
 *
 * @param parcels rows of {@code silver.land_parcel}
 * @param zones all of {@code silver.control_zone}, in their order
 * @param units of {@code silver.admin_unit}
 */
record LandState(Dataset<Row> parcels, List<ControlZone> zones, Dataset<Row> units) {

  private static final String PARCELS = "silver.land_parcel";
  private static final String ZONES = "silver.control_zone";
  private static final String UNITS = "silver.admin_unit";

  static final List<String> TABLES = List.of(PARCELS, ZONES, UNITS);

  static LandState now(Warehouse warehouse) {
    return new LandState(
        warehouse.read(PARCELS), ControlZone.of(warehouse.read(ZONES)), warehouse.read(UNITS));
  }

  /** As an earlier run read it; empty when a table's files are gone. */
  static Optional<LandState> of(LastRun run, Warehouse warehouse) {
    return table(PARCELS, run, warehouse)
        .flatMap(
            parcels ->
                table(ZONES, run, warehouse)
                    .flatMap(
                        zones ->
                            table(UNITS, run, warehouse)
                                .map(
                                    units ->
                                        new LandState(parcels, ControlZone.of(zones), units))));
  }

  private static Optional<Dataset<Row>> table(String name, LastRun run, Warehouse warehouse) {
    return run.version(name).flatMap(version -> warehouse.readAsOf(name, version));
  }

  /** Each unit with all units above it. */
  Set<Row> unitTree() {
    return Regions.ancestors(units).collectAsList().stream().collect(Collectors.toSet());
  }
}
