package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.planpulse.schemas.LocalText;

/** Two layers that should hold the same land: what is in one only violates, on either side. */
public record DifferenceRule(
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
    return "difference";
  }
}
