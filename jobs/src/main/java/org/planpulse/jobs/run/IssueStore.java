package org.planpulse.jobs.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.codelist.IssueKind;

/** Collects the issues and quarantined rows of one job. Thread-safe. */
public final class IssueStore {

  private final Map<String, IssueKind> kinds;
  private final Consumer<IssueStore> saver;
  private final List<Issue> issues = new ArrayList<>();
  private final List<QuarantinedRow> quarantine = new ArrayList<>();

  /** A store that nobody saves before its job is over. */
  public IssueStore(Map<String, IssueKind> kinds) {
    this(kinds, store -> {});
  }

  /**
   * @param saver writes what a store holds to the issue tables
   */
  IssueStore(Map<String, IssueKind> kinds, Consumer<IssueStore> saver) {
    this.kinds = kinds;
    this.saver = saver;
  }

  /**
   * Writes what was found so far. To be called by a job that will not find it again, because it is
   * about to note its input as seen: were it killed after the note, the findings would be lost.
   */
  public void save() {
    saver.accept(this);
  }

  /** An issue of the kind {@code code}; it is not added yet. */
  public Issue issue(
      String code,
      String department,
      String dataset,
      String file,
      String place,
      Map<String, String> values) {
    IssueKind kind = kinds.get(code);
    if (kind == null) {
      throw new SchemaException("codelists/issues/ has no issue kind " + code);
    }
    return new Issue(kind, department, dataset, file, place, values);
  }

  public synchronized void add(Issue issue) {
    issues.add(issue);
  }

  /** Keeps a row that is not loaded, and its issue. */
  public synchronized void quarantine(String sourceId, String raw, Issue issue) {
    quarantine.add(new QuarantinedRow(sourceId, raw, issue));
    issues.add(issue);
  }

  /** Keeps a row that is not loaded, where one issue tells of many such rows. */
  public synchronized void keep(QuarantinedRow row) {
    quarantine.add(row);
  }

  public synchronized List<Issue> issues() {
    return List.copyOf(issues);
  }

  public synchronized List<QuarantinedRow> quarantined() {
    return List.copyOf(quarantine);
  }
}
