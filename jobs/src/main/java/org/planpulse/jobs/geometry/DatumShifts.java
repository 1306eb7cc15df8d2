package org.planpulse.jobs.geometry;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How old datums come to CGCS2000.
 *
 * @param given parameters by datum, as the surveying authority gave them to the workspace
 * @param published accuracy in metres of the shift in the EPSG registry, by its name of the datum
 */
public record DatumShifts(Map<OldDatum, SevenParameters> given, Map<String, Double> published)
    implements Serializable {

  public static final DatumShifts NONE = new DatumShifts(Map.of(), Map.of());

  public DatumShifts {
    given = new HashMap<>(given);
    published = new HashMap<>(published);
  }
}
