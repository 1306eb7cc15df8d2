package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.planpulse.jobs.geometry.network.Reach;
import org.planpulse.jobs.geometry.network.Road;
import org.planpulse.jobs.geometry.network.RoadNetwork;
import org.planpulse.jobs.geometry.network.RoadPoint;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.codelist.TravelMode;

/**
 * Computes reaches. What is the same in several years, a network or the reach of a service, is
 * computed once.
 */
final class ServiceReaches {

  /**
   * The reach of a service in some minutes.
   *
   * @param id the same for years that share it
   * @param roadMetres null for what lies in reach of several services
   * @param area in degrees; empty when nothing is reached
   */
  record ServiceReach(
      int id,
      Service service,
      int minutes,
      Optional<Integer> roadsYear,
      int facilities,
      int offRoad,
      Double roadMetres,
      Geometry area) {}

  private final ServiceAreas areas;
  private final ServiceInputs inputs;
  private final ServiceReport report;
  private final Map<List<Object>, RoadNetwork> networks = new HashMap<>();
  private final Map<List<Object>, List<ServiceReach>> reaches = new HashMap<>();
  private int lastId;

  ServiceReaches(ServiceAreas areas, ServiceInputs inputs, ServiceReport report) {
    this.areas = areas;
    this.inputs = inputs;
    this.report = report;
  }

  /**
   * One for each of the service's minutes, with the roads and facilities known for a year; none
   * when one of them was not delivered by then.
   */
  List<ServiceReach> of(Service service, int year) {
    return service.allOf().isEmpty() ? single(service, year) : common(service, year);
  }

  /** What lies in reach of all parts of a service; none when one of them has no reach. */
  private List<ServiceReach> common(Service service, int year) {
    List<ServiceReach> common = new ArrayList<>();
    for (int minutes : service.minutes()) {
      List<ServiceReach> parts =
          service.allOf().stream()
              .flatMap(part -> of(areas.service(part), year).stream())
              .filter(reach -> reach.minutes() == minutes)
              .toList();
      if (parts.size() < service.allOf().size()) {
        return List.of();
      }
      List<Object> key = List.of(service.id(), parts.stream().map(ServiceReach::id).toList());
      common.addAll(reaches.computeIfAbsent(key, k -> List.of(common(service, minutes, parts))));
    }
    return common;
  }

  private ServiceReach common(Service service, int minutes, List<ServiceReach> parts) {
    Geometry area =
        parts.stream().map(ServiceReach::area).reduce(ServiceReaches::sharedPolygons).orElseThrow();
    return new ServiceReach(
        ++lastId,
        service,
        minutes,
        parts.get(0).roadsYear(),
        parts.stream().mapToInt(ServiceReach::facilities).sum(),
        parts.stream().mapToInt(ServiceReach::offRoad).sum(),
        null,
        area);
  }

  /** What two areas share, without the points and lines in which they merely touch. */
  @SuppressWarnings("unchecked")
  private static Geometry sharedPolygons(Geometry one, Geometry other) {
    Geometry shared = OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION);
    List<Polygon> polygons = PolygonExtracter.getPolygons(shared);
    return shared.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private List<ServiceReach> single(Service service, int year) {
    TravelMode mode = areas.modes().get(service.mode());
    List<RoadLine> roads = Dated.asOf(year, mode.roads(), inputs.roads());
    if (roads.isEmpty()) {
      return List.of();
    }
    List<Facility> facilities = new ArrayList<>();
    service
        .facilities()
        .forEach(
            (dataset, classes) ->
                Dated.asOf(year, dataset, inputs.facilities()).stream()
                    .filter(facility -> facility.isAny(classes))
                    .forEach(facilities::add));
    if (facilities.isEmpty()) {
      report.facilitiesMissing(service);
      return List.of();
    }
    Optional<Integer> roadsYear = roads.get(0).year();
    List<Object> key = List.of(service.id(), roadsYear, facilities);
    if (!reaches.containsKey(key)) {
      reaches.put(
          key, compute(service, network(service.mode(), mode, roads), roadsYear, facilities));
    }
    return reaches.get(key);
  }

  private RoadNetwork network(String modeId, TravelMode mode, List<RoadLine> roads) {
    List<Object> key = List.of(modeId, roads.get(0).year());
    if (!networks.containsKey(key)) {
      RoadNetwork network =
          RoadNetwork.of(
              roads.stream()
                  .filter(road -> mode.speedOn(road.roadClass()) > 0)
                  .map(road -> new Road(road.lines(), mode.speedOn(road.roadClass())))
                  .toList(),
              mode.snap());
      RoadNetwork.Apart apart = network.apart();
      if (apart.metres() > areas.apartShare() * apart.allMetres()) {
        report.roadsApart(mode.roads(), roads.get(0).sourceId(), mode, apart);
      }
      networks.put(key, network);
    }
    return networks.get(key);
  }

  private List<ServiceReach> compute(
      Service service,
      RoadNetwork network,
      Optional<Integer> roadsYear,
      List<Facility> facilities) {
    TravelMode mode = areas.modes().get(service.mode());
    List<RoadPoint> points = new ArrayList<>();
    for (Facility facility : facilities) {
      Optional<RoadPoint> point = network.nearest(facility.place());
      if (point.isPresent() && point.get().away() <= mode.facilityWithin()) {
        points.add(point.get());
      } else {
        point.ifPresent(p -> report.offRoad(facility, service, p.away(), mode.facilityWithin()));
      }
    }
    int most = service.minutes().stream().mapToInt(Integer::intValue).max().orElseThrow();
    Reach reach = Reach.of(network, points, most);
    return service.minutes().stream()
        .map(
            minutes ->
                new ServiceReach(
                    ++lastId,
                    service,
                    minutes,
                    roadsYear,
                    points.size(),
                    facilities.size() - points.size(),
                    reach.metres(minutes),
                    reach.within(minutes, mode.access())))
        .toList();
  }
}
