package org.planpulse.jobs.ingest.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Follows row labels down a table and gives each row its path: a label further in, or marked as a
 * part, stands under the last one further out.
 */
final class RowPaths {

  /** A row without values heads the rows of its own indentation, so it ranks half a step before. */
  private record Step(int depth, Label label) {}

  private final Deque<Step> steps = new ArrayDeque<>();

  /** Path of a row with values. */
  String enter(Label label) {
    return push(new Step(2 * label.indent() + (label.subitem() ? 1 : 0), label));
  }

  /** A heading without values of its own. */
  void group(Label label) {
    push(new Step(2 * label.indent() - (label.subitem() ? 0 : 1), label));
  }

  /** Unit of the row or of the nearest row above it in the path; null without one. */
  String unit() {
    for (Step step : steps) {
      if (step.label().unit() != null) {
        return step.label().unit();
      }
    }
    return null;
  }

  /** Whether the row or a heading above it is marked as a part. */
  boolean subitem() {
    return steps.stream().anyMatch(step -> step.label().subitem());
  }

  private String push(Step step) {
    while (!steps.isEmpty() && steps.peek().depth() >= step.depth()) {
      steps.pop();
    }
    steps.push(step);
    List<String> names = new ArrayList<>();
    for (Iterator<Step> outward = steps.descendingIterator(); outward.hasNext(); ) {
      String name = outward.next().label().name();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return String.join("/", names);
  }
}
