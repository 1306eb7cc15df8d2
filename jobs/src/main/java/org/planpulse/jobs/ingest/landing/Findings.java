package org.planpulse.jobs.ingest.landing;

import java.util.Map;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.schemas.contract.Contract;

/** Issues and quarantined rows met while one delivery is read for one contract. */
public final class Findings {

  private final IssueStore issues;
  private final Delivery delivery;
  private final Contract contract;
  private long quarantined;

  public Findings(IssueStore issues, Delivery delivery, Contract contract) {
    this.issues = issues;
    this.delivery = delivery;
    this.contract = contract;
  }

  /**
   * @param place sheet and cell, line, or layer and feature; empty for the whole file
   */
  public void add(String code, String place, Map<String, String> values) {
    issues.add(issue(code, place, values));
  }

  public void add(FileFault fault) {
    add(fault.code(), "", fault.values());
  }

  /**
   * Keeps a row that is not loaded.
   *
   * @param part sheet or layer
   * @param position cell, line or feature in it
   */
  public void quarantine(
      String part, String position, String raw, String code, Map<String, String> values) {
    quarantined++;
    issues.quarantine(
        delivery.sourceKey() + "!" + part + "!" + position,
        raw,
        issue(code, part + "!" + position, values));
  }

  /** Rows kept back so far. */
  public long quarantined() {
    return quarantined;
  }

  private Issue issue(String code, String place, Map<String, String> values) {
    return issues.issue(code, contract.department(), contract.id(), delivery.file(), place, values);
  }
}
