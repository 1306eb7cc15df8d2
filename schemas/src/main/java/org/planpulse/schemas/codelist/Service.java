package org.planpulse.schemas.codelist;

import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;

/**
 * A kind of facility that people should come to in some minutes.
 *
 * @param mode of travel
 * @param minutes for each of which the reach is drawn, above zero
 * @param facilities classes or categories that count, by dataset; none for all of it
 * @param residential land group whose cover is told
 */
public record Service(
    String id,
    LocalText name,
    String mode,
    List<Integer> minutes,
    Map<String, List<String>> facilities,
    String residential) {}
