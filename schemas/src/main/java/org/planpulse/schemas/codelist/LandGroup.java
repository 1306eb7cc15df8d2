package org.planpulse.schemas.codelist;

import java.util.List;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * A set of land classes an indicator sums over.
 *
 * @param classes DLBM codes
 * @param settlement CZCSXM codes the parcel must carry; empty for no condition
 */
public record LandGroup(
    String id, LocalText name, List<String> classes, @MayBeAbsent List<String> settlement) {
  public LandGroup {
    settlement = settlement == null ? List.of() : settlement;
  }
}
