package org.planpulse.jobs.conform;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.RunContext;

/**
 * The corrections in force, by delivered row: what is read in place of what was delivered.
 *
 * @param byRow corrected texts by field; the field of a cell of a statistical table is empty
 * @param reviewed the last day a field of the row was reviewed
 */
record Corrections(Map<String, Map<String, String>> byRow, Map<String, LocalDate> reviewed)
    implements Serializable {

  static final Corrections NONE = new Corrections(Map.of(), Map.of());

  /** Field of a value that stands in a cell by itself. */
  static final String CELL = "";

  /** Those that the correction job found to fit. */
  static Corrections read(RunContext run) {
    Map<String, Map<String, String>> byRow = new HashMap<>();
    Map<String, LocalDate> reviewed = new HashMap<>();
    if (!CorrectionFiles.read(run.workspace()).isEmpty()) {
      for (Row row :
          run.warehouse()
              .read(CorrectionJob.TABLE)
              .where(col("state").equalTo(CorrectionJob.APPLIED))
              .collectAsList()) {
        String source = SourceFile.id(row.getAs("dataset"), row.getAs("source_id"));
        byRow
            .computeIfAbsent(source, id -> new HashMap<>())
            .put(row.getAs("field"), row.getAs("corrected"));
        reviewed.merge(
            source, row.<Date>getAs("reviewed_on").toLocalDate(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return new Corrections(byRow, reviewed);
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

  /** The day since which a figure is known as it is read: received, or corrected later. */
  LocalDate knownFrom(Cell cell) {
    LocalDate received = cell.file().receivedOn();
    String id = SourceFile.id(cell.file().dataset(), cell.sourceId());
    String line = id.substring(0, id.lastIndexOf('!'));
    LocalDate corrected = reviewed.getOrDefault(id, reviewed.getOrDefault(line, received));
    return corrected.isAfter(received) ? corrected : received;
  }
}
