package org.planpulse.schemas;

import java.util.Set;
import java.util.stream.Collectors;
import org.planpulse.schemas.codelist.Service;
import org.planpulse.schemas.codelist.ServiceAreas;
import org.planpulse.schemas.codelist.TravelMode;
import org.planpulse.schemas.contract.Contract;

/** Checks that services name datasets, land groups and modes of travel that exist. */
final class ServiceCheck {

  private final Schemas schemas;
  private final Set<String> datasets;

  ServiceCheck(Schemas schemas) {
    this.schemas = schemas;
    this.datasets = schemas.contracts().stream().map(Contract::id).collect(Collectors.toSet());
  }

  void run() {
    ServiceAreas areas = schemas.serviceAreas();
    areas.modes().forEach(this::check);
    areas.services().forEach(this::check);
  }

  private void check(String id, TravelMode mode) {
    String where = "mode of travel " + id;
    require(datasets.contains(mode.roads()), where, "names unknown dataset " + mode.roads());
    require(mode.access() > 0, where, "must have an access_m above 0");
  }

  private void check(Service service) {
    String where = "service " + service.id();
    require(
        schemas.serviceAreas().modes().containsKey(service.mode()),
        where,
        "names unknown mode " + service.mode());
    require(
        schemas.landGroups().containsKey(service.residential()),
        where,
        "names unknown land group " + service.residential());
    for (String dataset : service.facilities().keySet()) {
      require(datasets.contains(dataset), where, "names unknown dataset " + dataset);
    }
    require(
        service.facilities().isEmpty() != service.allOf().isEmpty(),
        where,
        "must have either facilities or services");
    service.allOf().forEach(part -> checkPart(service, part, where));
    require(
        !service.minutes().isEmpty() && service.minutes().stream().allMatch(m -> m > 0),
        where,
        "must have minutes above 0");
  }

  private void checkPart(Service whole, String id, String where) {
    Service part = schemas.serviceAreas().service(id);
    require(
        part != null && part.allOf().isEmpty(), where, "names " + id + ", which has no facilities");
    require(
        part.mode().equals(whole.mode()) && part.minutes().containsAll(whole.minutes()),
        where,
        "has a mode or minutes that " + id + " has not");
  }

  private static void require(boolean condition, String where, String what) {
    SchemaCheck.require(condition, where, what);
  }
}
