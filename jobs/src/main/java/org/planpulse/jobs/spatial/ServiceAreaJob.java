package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.Job;
import org.planpulse.jobs.run.JobDescription;
import org.planpulse.jobs.run.JobPlan;
import org.planpulse.jobs.run.JobResult;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.jobs.spatial.ServiceReaches.ServiceReach;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.codelist.TravelMode;

/**
 * Where one comes from facilities over the roads, and which residential land and how many residents
 * that covers, by the services of {@code codelists/service_areas.yaml} and for each year with
 * parcels. A year takes the latest roads and facilities that are not later; a service without them
 * has no rows.
 */
public final class ServiceAreaJob implements Job {

  private static final String AREA = "gold.service_area";
  private static final String COVERAGE = "gold.service_coverage";

  private static final StructType AREA_ROW =
      StructType.fromDDL(
          "reach_id INT, group_id STRING, service_id STRING, minutes INT, year INT, mode STRING,"
              + " roads_year INT, facilities INT, facilities_off_road INT, road_length_m DOUBLE,"
              + " area_m2 DECIMAL(20,2), geometry BINARY, minx DOUBLE, miny DOUBLE, maxx DOUBLE,"
              + " maxy DOUBLE");

  @Override
  public JobDescription describe() {
    return new JobDescription(
        "service-areas",
        new LocalText("服务范围与覆盖", "Service areas and their cover"),
        List.of(
            "silver.theme_feature",
            "silver.register_entry",
            "silver.land_parcel",
            "silver.admin_unit",
            "silver.statistic",
            "bronze.source_file"),
        List.of(AREA, COVERAGE));
  }

  @Override
  public JobPlan plan(RunContext run) {
    return new JobPlan(
        run.schemas().serviceAreas().services().stream()
            .map(
                service ->
                    service.name().in(run.workspace().settings().language())
                        + " "
                        + service.minutes())
            .toList());
  }

  @Override
  public JobResult run(RunContext run, IssueStore issues) {
    ServiceAreas areas = run.schemas().serviceAreas();
    ServiceInputs inputs = ServiceInputs.read(run.warehouse(), areas);
    ServiceReport report = new ServiceReport(run, issues);
    tellMissingRoads(areas, inputs, report);
    if (inputs.roads().isEmpty()) {
      run.warehouse().clear(AREA);
      run.warehouse().clear(COVERAGE);
      return new JobResult(Map.of("service_areas", 0L));
    }
    List<Row> rows = rows(run, areas, new ServiceReaches(areas, inputs, report));
    SparkSession spark = run.warehouse().spark();
    Dataset<Row> reaches = spark.createDataFrame(rows, AREA_ROW);
    run.warehouse().replace(AREA, reaches.drop("reach_id", "group_id"));
    reaches.createOrReplaceTempView("service_reach");
    run.warehouse().replace(COVERAGE, ServiceCoverage.of(run));
    return new JobResult(
        Map.of(
            "roads", (long) inputs.roads().size(),
            "facilities", (long) inputs.facilities().size(),
            "service_areas", (long) rows.size()));
  }

  private static void tellMissingRoads(
      ServiceAreas areas, ServiceInputs inputs, ServiceReport report) {
    Map<String, List<TravelMode>> byRoads =
        areas.modes().values().stream().collect(Collectors.groupingBy(TravelMode::roads));
    byRoads.forEach(
        (dataset, modes) -> {
          if (inputs.roads().stream().noneMatch(road -> road.dataset().equals(dataset))) {
            report.roadsMissing(dataset, modes);
          }
        });
  }

  private static List<Row> rows(RunContext run, ServiceAreas areas, ServiceReaches reaches) {
    List<Integer> years =
        run
            .warehouse()
            .read("silver.land_parcel")
            .select("year")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getInt(0))
            .sorted()
            .toList();
    List<Row> rows = new ArrayList<>();
    for (int year : years) {
      for (Service service : areas.services()) {
        reaches.of(service, year).forEach(reach -> rows.add(row(reach, year)));
      }
    }
    return rows;
  }

  private static Row row(ServiceReach reach, int year) {
    Geometry area = reach.area();
    boolean empty = area.isEmpty();
    Envelope box = area.getEnvelopeInternal();
    return RowFactory.create(
        reach.id(),
        reach.service().residential(),
        reach.service().id(),
        reach.minutes(),
        year,
        reach.service().mode(),
        reach.roadsYear().orElse(null),
        reach.facilities(),
        reach.offRoad(),
        reach.roadMetres(),
        EllipsoidalArea.roundedM2(area),
        empty ? null : new WKBWriter().write(area),
        empty ? null : box.getMinX(),
        empty ? null : box.getMinY(),
        empty ? null : box.getMaxX(),
        empty ? null : box.getMaxY());
  }
}
