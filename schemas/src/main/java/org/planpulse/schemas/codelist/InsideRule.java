package org.planpulse.schemas.codelist;

import org.planpulse.schemas.LocalText;

/**
 * Facilities and roads that should not lie in zones.
 *
 * @param things points and lines; a thing drawn as an area stands at a point inside it
 * @param zones polygons
 */
public record InsideRule(
    String id, LocalText name, RuleLayer things, RuleLayer zones, String level, String duty)
    implements LineRule {

  @Override
  public String kind() {
    return "inside";
  }
}
