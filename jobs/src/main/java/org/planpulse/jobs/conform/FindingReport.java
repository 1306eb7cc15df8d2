package org.planpulse.jobs.conform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.QuarantinedRow;

/**
 * Turns findings into issues people can work through: one for each file, kind and subject; when a
 * file has more than {@value #LISTED} subjects of a kind, one for all of them with an example.
 */
final class FindingReport {

  static final int LISTED = 20;

  private final IssueStore issues;

  FindingReport(IssueStore issues) {
    this.issues = issues;
  }

  void tell(List<Finding> findings) {
    Set<String> kept = new HashSet<>();
    Map<List<String>, Map<String, List<Finding>>> kinds = new LinkedHashMap<>();
    for (Finding finding : findings) {
      kinds
          .computeIfAbsent(List.of(finding.file().id(), finding.code()), k -> new LinkedHashMap<>())
          .computeIfAbsent(finding.subject(), k -> new ArrayList<>())
          .add(finding);
      if (finding.quarantines() && kept.add(finding.sourceId())) {
        issues.keep(new QuarantinedRow(finding.sourceId(), finding.raw(), issue(finding, 1)));
      }
    }
    kinds.values().forEach(this::tell);
  }

  private void tell(Map<String, List<Finding>> subjects) {
    Finding first = subjects.values().iterator().next().get(0);
    long found = subjects.values().stream().mapToLong(List::size).sum();
    if (subjects.size() > LISTED || first.ofKind() > found) {
      issues.add(issue(first, Math.max(found, first.ofKind())));
    } else {
      subjects.values().forEach(same -> issues.add(issue(same.get(0), same.size())));
    }
  }

  private Issue issue(Finding finding, long count) {
    Map<String, String> values = new HashMap<>(finding.values());
    values.put("count", Long.toString(count));
    SourceFile file = finding.file();
    return issues.issue(
        finding.code(), file.department(), file.dataset(), file.file(), finding.place(), values);
  }
}
