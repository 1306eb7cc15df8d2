package org.planpulse.schemas.codelist;

import java.util.List;
import java.util.Map;
import org.planpulse.schemas.LocalText;

/**
 * To which causes changes of land are put down.
 *
 * @param causes names by id, in the order of tables
 * @param rules read in order; the first that fits a changed piece of land names its cause
 */
public record ChangeCauses(Map<String, LocalText> causes, List<ChangeRule> rules) {

  /** Cause of what no rule fits. */
  public static final String REAL = "real";

  /** Cause of what rounding and outlines that do not meet leave over. */
  public static final String CLOSING = "closing";

  /** The rules that are not switched off. */
  public List<ChangeRule> active() {
    return rules.stream().filter(ChangeRule::active).toList();
  }
}
