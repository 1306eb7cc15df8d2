package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;

/**
 * A contract in the form Spark's workers receive it.
 *
 * @param crs CRS where a layer carries none
 * @param extent in degrees of longitude and latitude, in which features must lie
 * @param constants silver columns with a fixed value
 * @param rules of one row
 */
record DatasetSpec(
    String crs,
    Envelope extent,
    Map<String, String> constants,
    List<FieldSpec> fields,
    RowRules rules)
    implements Serializable {

  /** Area of use of CGCS2000 in degrees, with the sea. */
  private static final Envelope AREA_OF_USE = new Envelope(73, 136, 3, 54);

  static DatasetSpec of(Contract contract, Schemas schemas, String surveyCrs) {
    List<FieldSpec> fields =
        new ArrayList<>(
            contract.columns().stream().map(column -> FieldSpec.of(column, schemas)).toList());
    return new DatasetSpec(
        contract.crs().orElse(surveyCrs),
        contract.extent().map(DatasetSpec::envelope).orElse(AREA_OF_USE),
        new HashMap<>(contract.constants()),
        fields,
        new RowRules(contract.rules(), fields));
  }

  private static Envelope envelope(Contract.Extent extent) {
    return new Envelope(extent.west(), extent.east(), extent.south(), extent.north());
  }
}
