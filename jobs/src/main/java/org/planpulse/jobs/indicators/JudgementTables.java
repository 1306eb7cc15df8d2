package org.planpulse.jobs.indicators;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.indicators.TargetJudge.Judgement;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.RunContext;

/** Writes what was judged: every judgement, and the warnings among them. */
final class JudgementTables {

  private final RunContext run;
  private final TargetFigures figures;

  JudgementTables(RunContext run, ConflictingValues conflicts) {
    this.run = run;
    this.figures = new TargetFigures(run.schemas(), run.plan(), conflicts);
  }

  /**
   * @param judged by target, each by year
   * @param everIssued names of the warnings there were on any day
   * @return what departments wrote about the warnings
   */
  WarningHandling write(List<List<Judgement>> judged, Set<String> everIssued, IssueStore issues) {
    JudgementRows judgements = new JudgementRows(run.plan(), figures);
    replace(
        "gold.target_judgement",
        judged.stream().flatMap(List::stream).map(judgements::row).toList(),
        JudgementRows.SCHEMA);
    WarningHandling handling = WarningHandling.read(run.workspace(), run.runDate());
    WarningRows warnings = new WarningRows(run.plan(), figures, handling);
    replace(
        "gold.warning",
        judged.stream().flatMap(ofTarget -> warnings.of(ofTarget).stream()).toList(),
        WarningRows.SCHEMA);
    handling.tellUnknown(everIssued, issues);
    return handling;
  }

  private void replace(String table, List<Row> rows, StructType schema) {
    run.warehouse().replace(table, run.warehouse().spark().createDataFrame(rows, schema));
  }
}
