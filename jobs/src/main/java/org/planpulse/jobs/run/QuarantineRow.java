package org.planpulse.jobs.run;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.planpulse.schemas.Language;

/** A row of {@code ops.quarantine}. */
record QuarantineRow(
    String stage,
    String dataset,
    String sourceId,
    String file,
    String place,
    String raw,
    String code,
    String messageZh,
    String messageEn)
    implements StageRow {

  static final String TABLE = "ops.quarantine";
  static final String COLUMNS =
      "stage STRING, dataset STRING, source_id STRING, file STRING, place STRING, raw STRING,"
          + " code STRING, message_zh STRING, message_en STRING";

  static QuarantineRow of(QuarantinedRow row, String stage) {
    Issue issue = row.issue();
    return new QuarantineRow(
        stage,
        issue.dataset(),
        row.sourceId(),
        issue.file(),
        issue.place(),
        row.raw(),
        issue.kind().code(),
        issue.message(Language.ZH),
        issue.message(Language.EN));
  }

  static QuarantineRow of(List<Object> row) {
    return new QuarantineRow(
        (String) row.get(0),
        (String) row.get(1),
        (String) row.get(2),
        (String) row.get(3),
        (String) row.get(4),
        (String) row.get(5),
        (String) row.get(6),
        (String) row.get(7),
        (String) row.get(8));
  }

  @Override
  public Row toSpark() {
    return RowFactory.create(
        stage, dataset, sourceId, file, place, raw, code, messageZh, messageEn);
  }
}
