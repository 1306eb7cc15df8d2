package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;

/**
 * A contract in the form Spark's workers receive it.
 *
 * @param crs CRS where a layer carries none
 * @param extent in degrees of longitude and latitude, in which features must lie
 * @param shiftedDatums older datums that have a published shift good enough
 * @param constants silver columns with a fixed value
 */
record DatasetSpec(
    String crs,
    Envelope extent,
    Set<String> shiftedDatums,
    Map<String, String> constants,
    List<FieldSpec> fields)
    implements Serializable {

  /** Area of use of CGCS2000 in degrees, with the sea. */
  private static final Envelope AREA_OF_USE = new Envelope(73, 136, 3, 54);

  static DatasetSpec of(Contract contract, Schemas schemas, String surveyCrs) {
    return new DatasetSpec(
        contract.crs().orElse(surveyCrs),
        contract.extent().map(DatasetSpec::envelope).orElse(AREA_OF_USE),
        new HashSet<>(schemas.datumShifts().keySet()),
        new HashMap<>(contract.constants()),
        new ArrayList<>(
            contract.columns().stream().map(column -> FieldSpec.of(column, schemas)).toList()));
  }

  private static Envelope envelope(Contract.Extent extent) {
    return new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
  }
}
