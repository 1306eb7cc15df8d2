package org.planpulse.jobs.issued;

import java.time.Instant;
import java.util.List;

/**
 * What is about to be issued.
 *
 * @param drafts of one year
 * @param issuedBy who runs the command
 * @param checkedBy who checked the drafts; empty when nobody is named
 */
public record NewIssue(
    List<Draft> drafts,
    Manifest.Grounds grounds,
    FrozenInputs inputs,
    Instant at,
    String issuedBy,
    String checkedBy) {

  int year() {
    return drafts.get(0).name().year();
  }
}
