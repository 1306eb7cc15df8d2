package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.planpulse.jobs.geometry.StoredShape;
import org.planpulse.jobs.warehouse.Warehouse;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.codelist.TravelMode;

/**
 * Roads and facilities in use that services name, in the order of their sources. They are held in
 * memory: a city has some ten thousand of them.
 */
record ServiceInputs(List<RoadLine> roads, List<Facility> facilities) {

  static ServiceInputs read(Warehouse warehouse, ServiceAreas areas) {
    Set<String> roads =
        areas.modes().values().stream().map(TravelMode::roads).collect(Collectors.toSet());
    List<RoadLine> lines =
        layers(warehouse, roads, areas.notInUse()).stream().map(ServiceInputs::road).toList();
    if (lines.isEmpty()) {
      return new ServiceInputs(List.of(), List.of());
    }
    Set<String> places =
        areas.services().stream()
            .flatMap(service -> service.facilities().keySet().stream())
            .collect(Collectors.toSet());
    List<Facility> facilities = new ArrayList<>();
    layers(warehouse, places, areas.notInUse()).forEach(row -> facilities.add(feature(row)));
    registers(warehouse, places, areas.notInUse()).forEach(row -> facilities.add(entry(row)));
    return new ServiceInputs(lines, List.copyOf(facilities));
  }

  private static List<Row> layers(Warehouse warehouse, Set<String> datasets, Set<String> notInUse) {
    return sorted(
        warehouse
            .read("silver.theme_feature")
            .where(col("dataset").isInCollection(datasets))
            .select(
                "dataset",
                "year",
                "name",
                "class_code",
                "class_name",
                "status",
                "source_id",
                "geometry")
            .collectAsList(),
        notInUse);
  }

  /** One row an entry, which the table holds once for each of its figures. */
  private static List<Row> registers(
      Warehouse warehouse, Set<String> datasets, Set<String> notInUse) {
    return sorted(
        warehouse
            .read("silver.register_entry")
            .where(col("dataset").isInCollection(datasets))
            .where("longitude IS NOT NULL AND latitude IS NOT NULL")
            .select(
                "dataset",
                "year",
                "entry_name",
                "category",
                "status",
                "source_id",
                "longitude",
                "latitude")
            .distinct()
            .collectAsList(),
        notInUse);
  }

  private static List<Row> sorted(Collection<Row> rows, Set<String> notInUse) {
    return rows.stream()
        .filter(row -> !notInUse.contains(Objects.requireNonNullElse(row.getAs("status"), "")))
        .sorted(Comparator.comparing(row -> row.<String>getAs("source_id")))
        .toList();
  }

  private static RoadLine road(Row row) {
    return new RoadLine(
        row.getAs("dataset"),
        Optional.ofNullable(row.getAs("year")),
        row.getAs("class_name"),
        row.getAs("source_id"),
        shape(row));
  }

  /** A facility drawn as an area stands at its middle. */
  private static Facility feature(Row row) {
    Geometry shape = shape(row);
    return new Facility(
        row.getAs("dataset"),
        Optional.ofNullable(row.getAs("year")),
        row.getAs("name"),
        texts(row.<String>getAs("class_code"), row.<String>getAs("class_name")),
        row.getAs("source_id"),
        shape.getInteriorPoint().getCoordinate());
  }

  private static Facility entry(Row row) {
    return new Facility(
        row.getAs("dataset"),
        Optional.ofNullable(row.getAs("year")),
        row.getAs("entry_name"),
        texts(row.<String>getAs("category")),
        row.getAs("source_id"),
        new Coordinate(row.getAs("longitude"), row.<Double>getAs("latitude")));
  }

  private static Set<String> texts(String... values) {
    return Stream.of(values)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Geometry shape(Row row) {
    return StoredShape.of(row.getAs("geometry"));
  }
}
