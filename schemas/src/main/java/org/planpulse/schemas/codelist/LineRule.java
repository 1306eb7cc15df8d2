package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.planpulse.schemas.LocalText;

/**
 * A spatial rule on control lines and plans. {@code level} is the light shown when anything is
 * found, {@code duty} the department answerable.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @Type(name = "land", value = LandRule.class),
  @Type(name = "overlap", value = OverlapRule.class),
  @Type(name = "difference", value = DifferenceRule.class),
  @Type(name = "inside", value = InsideRule.class)
})
public sealed interface LineRule permits LandRule, LayerRule, InsideRule {

  String id();

  LocalText name();

  String level();

  String duty();

  /** As {@code gold.line_violation} writes it. */
  String kind();
}
