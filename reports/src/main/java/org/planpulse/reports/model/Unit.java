package org.planpulse.reports.model;

import java.util.List;

/**
 * What a city knows of one of its units.
 *
 * @param summary one paragraph
 * @param dimensions the indicators that are computed for units
 * @param land areas by class
 * @param missing what has no value this year and why, each one sentence; empty when nothing is
 * @param cityOnly how many indicators the city has and its units have not, one sentence
 */
public record Unit(
    String code,
    String name,
    String summary,
    List<Dimension> dimensions,
    LandStock land,
    List<String> missing,
    String cityOnly) {}
