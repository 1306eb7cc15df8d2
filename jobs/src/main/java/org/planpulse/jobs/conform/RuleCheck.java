package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.planpulse.schemas.contract.Column;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.QualityRule;

/**
 * Checks what a contract says must hold between the figures of one region and year. Printed figures
 * are rounded, so a sum may be off by half the last digit of each of its terms.
 */
record RuleCheck(Contract contract) {

  /** Doubts for the rules that figures of this contract break. */
  List<Finding> in(List<Statistic> figures) {
    List<Finding> findings = new ArrayList<>();
    for (List<Statistic> place : places(figures)) {
      Map<String, Statistic> byItem =
          place.stream()
              .filter(figure -> figure.value() != null)
              .collect(Collectors.toMap(Statistic::item, figure -> figure, (a, b) -> a));
      for (QualityRule rule : contract.rules()) {
        broken(rule, byItem).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private Collection<List<Statistic>> places(List<Statistic> figures) {
    return figures.stream()
        .filter(figure -> figure.cell().file().dataset().equals(contract.id()))
        .collect(
            Collectors.groupingBy(
                figure -> figure.region() + " " + figure.year(), TreeMap::new, Collectors.toList()))
        .values();
  }

  private Optional<Finding> broken(QualityRule rule, Map<String, Statistic> byItem) {
    if (!byItem.keySet().containsAll(rule.items())) {
      return Optional.empty();
    }
    List<Statistic> terms = rule.items().stream().map(byItem::get).toList();
    BigDecimal tolerance =
        terms.stream().map(Statistic::siHalf).reduce(BigDecimal.ZERO, BigDecimal::add);
    Map<String, BigDecimal> values =
        terms.stream().collect(Collectors.toMap(Statistic::item, Statistic::siValue));
    return rule.broken(values, tolerance)
        ? Optional.of(finding(rule, terms.get(0), rule.excess(values).orElseThrow()))
        : Optional.empty();
  }

  private Finding finding(QualityRule rule, Statistic first, BigDecimal excess) {
    BigDecimal inUnit = excess.divide(first.unit().toSi(), new MathContext(6));
    return new Finding(
        first.cell().file(),
        first.cell().sourceId(),
        "RULE_BROKEN_" + rule.severity().toUpperCase(Locale.ROOT),
        rule.id() + " " + first.region() + " " + first.year(),
        false,
        Map.of(
            "rule", inLabels(rule),
            "region", first.region(),
            "year", String.valueOf(first.year()),
            "excess", inUnit.stripTrailingZeros().toPlainString(),
            "unit", first.unit().code()),
        "",
        0);
  }

  private String inLabels(QualityRule rule) {
    return rule.text(item -> contract.column(item).map(Column::label).orElse(item));
  }
}
