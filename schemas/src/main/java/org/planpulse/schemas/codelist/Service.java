package org.planpulse.schemas.codelist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.MayBeAbsent;

/**
 * A kind of facility that people should come to in some minutes.
 *
 * @param mode of travel
 * @param minutes for each of which the reach is drawn, above zero
 * @param facilities classes or categories that count, by dataset; none for all of it
 * @param allOf instead of facilities: services all of which are to be in reach
 * @param residential land group whose cover is told
 */
public record Service(
    String id,
    LocalText name,
    String mode,
    List<Integer> minutes,
    @MayBeAbsent Map<String, List<String>> facilities,
    @MayBeAbsent @JsonProperty("all_of") List<String> allOf,
    String residential) {

  public Service {
    facilities = facilities == null ? Map.of() : facilities;
    allOf = allOf == null ? List.of() : allOf;
  }
}
