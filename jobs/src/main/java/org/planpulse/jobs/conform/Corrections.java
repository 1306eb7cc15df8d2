package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.RunContext;

/**
 * The corrections in force, by delivered row: what is read in place of what was delivered.
 *
 * @param byRow corrected texts by field; the field of a cell of a statistical table is empty
 */
record Corrections(Map<String, Map<String, String>> byRow) implements Serializable {

  /** Field of a value that stands in a cell by itself. */
  static final String CELL = "";

  /** Those that the correction job found to fit. */
  static Corrections read(RunContext run) {
    Map<String, Map<String, String>> byRow = new HashMap<>();
    if (!CorrectionFiles.read(run.workspace()).isEmpty()) {
      for (Row row :
          run.warehouse()
              .read(CorrectionJob.TABLE)
              .where(col("state").equalTo(CorrectionJob.APPLIED))
              .collectAsList()) {
        byRow
            .computeIfAbsent(
                SourceFile.id(row.getAs("dataset"), row.getAs("source_id")), id -> new HashMap<>())
            .put(row.getAs("field"), row.getAs("corrected"));
      }
    }
    return new Corrections(byRow);
  }

  /** The fields of a row with what was corrected. */
  Map<String, String> apply(String dataset, String sourceId, Map<String, String> delivered) {
    Map<String, String> corrected = byRow.get(SourceFile.id(dataset, sourceId));
    if (corrected == null) {
      return delivered;
    }
    Map<String, String> fields = new HashMap<>(delivered);
    fields.putAll(corrected);
    return fields;
  }

  Cell apply(Cell cell) {
    Map<String, String> corrected =
        byRow.get(SourceFile.id(cell.file().dataset(), cell.sourceId()));
    return corrected == null ? cell : cell.reading(corrected.get(CELL));
  }
}
