package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * Thresholds of the warning levels.
 *
 * @param lag for targets to be reached: level to the lag (progress minus elapsed share of time, as
 *     a fraction) below which it starts, e.g. {@code blue: -0.05}: a lag of exactly -5 percentage
 *     points stays green
 * @param use for ceilings and caps: level to the smallest use of the room, as a fraction, at which
 *     it starts
 * @param breachWithinYears a floor whose falling trend breaks it within so many years is raised one
 *     level
 */
public record WarningRules(
    Map<String, Double> lag,
    Map<String, Double> use,
    @JsonProperty("breach_within_years") int breachWithinYears) {}
