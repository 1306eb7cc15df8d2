package org.planpulse.jobs.spatial;

import org.locationtech.jts.geom.Geometry;

/**
 * A unit or a zone to overlay with.
 *
 * @param layer of the zone; {@link org.planpulse.jobs.geometry.ParcelOverlay#LAND} for a unit
 * @param id of the zone in its layer, or the unit's code
 * @param outline valid Polygon or MultiPolygon in CGCS2000 degrees
 */
public record OverlayZone(String layer, String id, Geometry outline) {}
