package org.planpulse.schemas.codelist;

import java.util.List;
import java.util.Map;

/**
 * Which services are to be in reach of homes.
 *
 * @param modes of travel, by id
 * @param population item of {@code silver.statistic} that counts residents
 */
public record ServiceAreas(
    Map<String, TravelMode> modes, String population, List<Service> services) {}
