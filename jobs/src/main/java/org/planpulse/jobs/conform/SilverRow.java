package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A silver row in the making: values by column, and what is wrong with it. */
final class SilverRow {

  private final Map<String, Object> values = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean quarantined;

  void set(String column, Object value) {
    values.put(column, value);
  }

  Object get(String column) {
    return values.get(column);
  }

  String text(String column) {
    return (String) values.get(column);
  }

  BigDecimal decimal(String column) {
    return (BigDecimal) values.get(column);
  }

  /** The row is loaded, but its department should know. */
  void doubt(String code, String subject, Map<String, String> wording) {
    problems.add(new Problem(code, subject, false, wording));
  }

  /** The row cannot be loaded. The first reason counts; later ones are told all the same. */
  void reject(String code, String subject, Map<String, String> wording) {
    problems.add(new Problem(code, subject, !quarantined, wording));
    quarantined = true;
  }

  /** Forgets what is not a reason for rejection. */
  SilverRow withoutDoubts() {
    problems.removeIf(problem -> !problem.quarantines());
    return this;
  }

  /** Forgets whatever was found. */
  SilverRow withoutProblems() {
    problems.clear();
    return this;
  }

  boolean quarantined() {
    return quarantined;
  }

  List<Problem> problems() {
    return problems;
  }
}
