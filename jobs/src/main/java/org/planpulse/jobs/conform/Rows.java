package org.planpulse.jobs.conform;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/** Lazy rows of a Spark partition; a partition may be larger than memory. */
final class Rows implements Iterator<Row> {

  private final Iterator<Row> input;
  private final Function<Row, List<Row>> function;
  private Iterator<Row> current = Collections.emptyIterator();

  private Rows(Iterator<Row> input, Function<Row, List<Row>> function) {
    this.input = input;
    this.function = function;
  }

  /** For each row of {@code input} the rows {@code function} makes of it. */
  static Iterator<Row> flatMap(Iterator<Row> input, Function<Row, List<Row>> function) {
    return new Rows(input, function);
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && input.hasNext()) {
      current = function.apply(input.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
