package org.planpulse.jobs.geometry.network;

/**
 * The point of a network that is nearest to a place.
 *
 * @param stretch number of the stretch on which it lies
 * @param metres from the stretch's beginning
 * @param away metres from the place to the point
 */
public record RoadPoint(int stretch, double metres, double away) {}
