package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which services are to be in reach of homes.
 *
 * @param modes of travel, by id
 * @param notInUse statuses of roads and facilities that do not count
 * @param apartShare of the roads' length; when less lies apart from the others, nobody is told
 * @param population item of {@code silver.statistic} that counts residents
 */
public record ServiceAreas(
    Map<String, TravelMode> modes,
    @JsonProperty("not_in_use") Set<String> notInUse,
    @JsonProperty("apart_share") double apartShare,
    String population,
    List<Service> services) {

  public Service service(String id) {
    return services.stream().filter(service -> service.id().equals(id)).findFirst().orElse(null);
  }
}
