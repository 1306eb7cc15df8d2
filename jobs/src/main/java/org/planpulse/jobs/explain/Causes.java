package org.planpulse.jobs.explain;

import org.planpulse.jobs.explain.Change.Cause;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.ChangeCauses;

/** Causes of changes: those of land from the code list, those of figures here. */
final class Causes {

  /** An input that was not there came, or one that was there is gone. */
  static final Cause DELIVERY = cause("delivery", "资料补交", "Delivery");

  /** Another file, or another cell, gives the figure now. */
  static final Cause REVISION = cause("revision", "资料修订", "Revision");

  /** A reviewed correction of the same cell. */
  static final Cause CORRECTION = cause("correction", "数据更正", "Correction");

  /** The program, a formula, a choice or a unit changed, or the way a file is read. */
  static final Cause METHOD = cause("method", "方法变化", "Method");

  /** Inputs whose effects cannot be told apart, as the formula has no value for one alone. */
  static final Cause TOGETHER = cause("together", "多项输入共同作用", "Several inputs together");

  /** Land inside lines: what happened to the land is not booked by line. */
  static final Cause UNDIVIDED = cause("undivided", "未分原因", "Cause not told apart");

  private final ChangeCauses land;

  Causes(ChangeCauses land) {
    this.land = land;
  }

  /** A cause of the code list; one that was booked under an earlier list has its id for a name. */
  Cause of(String id) {
    return new Cause(id, land.causes().getOrDefault(id, new LocalText(id, id)));
  }

  Cause real() {
    return of(ChangeCauses.REAL);
  }

  private static Cause cause(String id, String zh, String en) {
    return new Cause(id, new LocalText(zh, en));
  }
}
