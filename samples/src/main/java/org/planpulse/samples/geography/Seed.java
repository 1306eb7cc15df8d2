package org.planpulse.samples.geography;

import org.locationtech.jts.geom.Coordinate;

/** The point a Voronoi cell grows from, and what the cell is for. */
public record Seed(Coordinate site, Role role) {

  /** What a line of seeds draws; open country where none passes. */
  public enum Role {
    OPEN,
    RAILWAY,
    HIGHWAY,
    RIVER
  }
}
