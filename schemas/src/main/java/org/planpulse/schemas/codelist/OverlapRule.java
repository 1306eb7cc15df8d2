package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.planpulse.schemas.LocalText;

/** Two layers that must not share land. */
public record OverlapRule(
    String id,
    LocalText name,
    RuleLayer one,
    RuleLayer other,
    @JsonProperty("smallest_m2") BigDecimal smallestM2,
    String level,
    String duty)
    implements LayerRule {

  @Override
  public String kind() {
    return "overlap";
  }
}
