package org.planpulse.jobs.run;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.planpulse.schemas.Language;

/**
 * A row of {@code ops.data_issue}.
 *
 * @param issueId hash of what is wrong and where, so the same fault keeps its id from run to run
 * @param firstSeen day of the run that found it first
 * @param runId that run
 */
record IssueRow(
    String issueId,
    String code,
    String severity,
    String department,
    String dataset,
    String file,
    String place,
    String messageZh,
    String messageEn,
    String remedyZh,
    String remedyEn,
    String stage,
    LocalDate firstSeen,
    String runId)
    implements StageRow {

  static final String TABLE = "ops.data_issue";
  static final String COLUMNS =
      "issue_id STRING, code STRING, severity STRING, department STRING, dataset STRING,"
          + " file STRING, place STRING, message_zh STRING, message_en STRING, remedy_zh STRING,"
          + " remedy_en STRING, stage STRING, first_seen DATE, run_id STRING";

  static IssueRow of(Issue issue, String stage, RunContext run) {
    String message = issue.message(Language.ZH);
    String id =
        new Digest()
            .add(issue.kind().code())
            .add(issue.dataset())
            .add(issue.file())
            .add(issue.place())
            .add(message)
            .hex16();
    return new IssueRow(
        id,
        issue.kind().code(),
        issue.kind().severity(),
        issue.department(),
        issue.dataset(),
        issue.file(),
        issue.place(),
        message,
        issue.message(Language.EN),
        issue.remedy(Language.ZH),
        issue.remedy(Language.EN),
        stage,
        run.runDate(),
        run.runId());
  }

  static IssueRow of(List<Object> row) {
    return new IssueRow(
        (String) row.get(0),
        (String) row.get(1),
        (String) row.get(2),
        (String) row.get(3),
        (String) row.get(4),
        (String) row.get(5),
        (String) row.get(6),
        (String) row.get(7),
        (String) row.get(8),
        (String) row.get(9),
        (String) row.get(10),
        (String) row.get(11),
        (LocalDate) row.get(12),
        (String) row.get(13));
  }

  /** This issue with the day and the run it was first seen in. */
  IssueRow knownSince(IssueRow earlier) {
    return new IssueRow(
        issueId,
        code,
        severity,
        department,
        dataset,
        file,
        place,
        messageZh,
        messageEn,
        remedyZh,
        remedyEn,
        stage,
        earlier.firstSeen,
        earlier.runId);
  }

  @Override
  public Row toSpark() {
    return RowFactory.create(
        issueId,
        code,
        severity,
        department,
        dataset,
        file,
        place,
        messageZh,
        messageEn,
        remedyZh,
        remedyEn,
        stage,
        Date.valueOf(firstSeen),
        runId);
  }
}
