package org.planpulse.jobs.cli;

import org.planpulse.jobs.run.OperatorError;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.plan.Plan;

/** The plan a new workspace is about. */
final class PlanChoice {

  private PlanChoice() {}

  /**
   * The plan of an id, or the only one there is.
   *
   * @param id null when none was named
   */
  static Plan of(String id, Schemas schemas) {
    String ids = String.join(", ", schemas.plans().keySet());
    if (id == null && schemas.plans().size() == 1) {
      return schemas.plans().values().iterator().next();
    }
    if (id == null) {
      throw new OperatorError(
          "有多个规划，请用 --plan 指明其一：" + ids + "。",
          "There are several plans; name one with --plan: " + ids + ".");
    }
    Plan named = schemas.plans().get(id);
    if (named == null) {
      throw new OperatorError(
          "没有规划 " + id + "。可用：" + ids + "。", "There is no plan " + id + ". Known: " + ids + ".");
    }
    return named;
  }
}
