package org.planpulse.jobs.spatial;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/**
 * A road in use, of {@code silver.theme_feature}.
 *
 * @param year of its layer; empty when the file names none
 * @param roadClass class in words; null when not told
 */
record RoadLine(
    String dataset, Optional<Integer> year, String roadClass, String sourceId, Geometry lines)
    implements Dated {}
