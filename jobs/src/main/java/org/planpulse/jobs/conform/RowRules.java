package org.planpulse.jobs.conform;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.planpulse.schemas.contract.QualityRule;

/**
 * Checks what a contract says must hold between the numbers of one line or feature, in SI units. A
 * number may be off by half its last digit. A row that breaks a rule is loaded all the same.
 */
final class RowRules implements Serializable {

  private final List<QualityRule> rules;
  private final Map<String, FieldSpec> fields;

  RowRules(List<QualityRule> rules, List<FieldSpec> fields) {
    this.rules = List.copyOf(rules);
    this.fields =
        new HashMap<>(
            fields.stream()
                .filter(
                    field -> rules.stream().anyMatch(rule -> rule.items().contains(field.name())))
                .collect(Collectors.toMap(FieldSpec::name, field -> field)));
  }

  /**
   * Doubts a row for each rule it breaks.
   *
   * @param texts as delivered, by column
   * @param id what people call the row
   */
  void check(Map<String, String> texts, String id, SilverRow row) {
    if (rules.isEmpty()) {
      return;
    }
    Map<String, BigDecimal> values = new HashMap<>();
    Map<String, BigDecimal> halves = new HashMap<>();
    for (FieldSpec field : fields.values()) {
      number(field, texts.get(field.name()))
          .ifPresent(
              number -> {
                values.put(field.name(), number.value().multiply(field.toSi()));
                halves.put(field.name(), number.halfLastDigit().multiply(field.toSi()));
              });
    }
    for (QualityRule rule : rules) {
      BigDecimal tolerance =
          rule.items().stream()
              .map(item -> halves.getOrDefault(item, BigDecimal.ZERO))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (rule.broken(values, tolerance)) {
        doubt(rule, rule.excess(values).orElseThrow(), id, row);
      }
    }
  }

  /** What is missing, unreadable or implausible is told elsewhere and breaks no rule. */
  private static Optional<NumberText> number(FieldSpec field, String text) {
    return text == null || field.valueCodes().containsKey(text.strip())
        ? Optional.empty()
        : NumberText.read(text)
            .filter(number -> number.value() != null && number.suffix().isEmpty())
            .filter(number -> field.plausible(number.value()));
  }

  private void doubt(QualityRule rule, BigDecimal excess, String id, SilverRow row) {
    FieldSpec first = fields.get(rule.items().get(0));
    BigDecimal inUnit = excess.divide(first.toSi(), new MathContext(6));
    row.doubt(
        "ROW_RULE_BROKEN_" + rule.severity().toUpperCase(Locale.ROOT),
        rule.id() + " " + id,
        Map.of(
            "rule",
            rule.text(item -> fields.get(item).label()),
            "id",
            id,
            "excess",
            inUnit.stripTrailingZeros().toPlainString(),
            "unit",
            first.unit() == null ? "" : first.unit()));
  }
}
