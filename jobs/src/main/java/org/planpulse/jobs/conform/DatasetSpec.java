package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.contract.Contract;

/**
 * A contract in the form Spark's workers receive it.
 *
 * @param crs CRS where a layer carries none
 * @param constants silver columns with a fixed value
 */
record DatasetSpec(String crs, Map<String, String> constants, List<FieldSpec> fields)
    implements Serializable {

  static DatasetSpec of(Contract contract, Schemas schemas, String surveyCrs) {
    return new DatasetSpec(
        contract.crs().orElse(surveyCrs),
        new HashMap<>(contract.constants()),
        new ArrayList<>(
            contract.columns().stream().map(column -> FieldSpec.of(column, schemas)).toList()));
  }
}
