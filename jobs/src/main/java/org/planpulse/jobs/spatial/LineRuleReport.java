package org.planpulse.jobs.spatial;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.planpulse.jobs.run.Issue;
import org.planpulse.jobs.run.IssueStore;
import org.planpulse.jobs.run.RunContext;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.RuleLayer;
import org.planpulse.schemas.codelist.RuleLayer.Source;
import org.planpulse.schemas.contract.Contract;

/** Tells departments which layers are missing, and which rules could not be checked for that. */
final class LineRuleReport {

  private final RunContext run;
  private final IssueStore issues;

  LineRuleReport(RunContext run, IssueStore issues) {
    this.run = run;
    this.issues = issues;
  }

  void tell(List<LineRule> rules, RuleYears years) {
    Map<Contract, Set<String>> unchecked = new LinkedHashMap<>();
    for (LineRule rule : rules) {
      for (RuleLayer layer : years.missing(rule)) {
        contract(layer)
            .ifPresent(
                contract ->
                    unchecked
                        .computeIfAbsent(contract, key -> new LinkedHashSet<>())
                        .add(rule.id()));
      }
    }
    unchecked.forEach(this::tell);
  }

  private void tell(Contract contract, Set<String> ruleIds) {
    boolean chinese = run.workspace().settings().language() == Language.ZH;
    issues.add(
        issues.issue(
            "RULE_LAYER_MISSING",
            contract.department(),
            contract.id(),
            "",
            "",
            Map.of(
                "layer",
                chinese ? contract.name() : contract.nameEn(),
                "rules",
                Issue.list(ruleIds))));
  }

  /** Who delivers a layer; nobody when no contract does. */
  private Optional<Contract> contract(RuleLayer layer) {
    return run.schemas().contracts().stream()
        .filter(
            contract ->
                layer.source() == Source.ZONE
                    ? layer.id().equals(contract.constants().get("zone_layer"))
                    : layer.id().equals(contract.id()))
        .findFirst();
  }
}
