package org.planpulse.jobs.geometry;

import java.util.Optional;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.SingleCRS;

/**
 * The Chinese datums before CGCS2000. No public parameters lead from them to CGCS2000 well enough
 * for parcels; those of a place are with its surveying authority.
 */
public enum OldDatum {
  XIAN_1980("Xi_?'?an[_ ]?1980"),
  BEIJING_1954("Beijing[_ ]?1954");

  private final Pattern name;

  OldDatum(String name) {
    this.name = Pattern.compile("(?:D_)?" + name, Pattern.CASE_INSENSITIVE);
  }

  static Optional<OldDatum> of(CoordinateReferenceSystem crs) {
    if (crs instanceof SingleCRS single && single.getDatum() != null) {
      String text = single.getDatum().getName().getCode();
      for (OldDatum datum : values()) {
        if (datum.name.matcher(text).matches()) {
          return Optional.of(datum);
        }
      }
    }
    return Optional.empty();
  }
}
