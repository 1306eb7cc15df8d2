package org.planpulse.jobs.ingest.record;

import java.util.List;

/**
 * A row of texts before anything is known about it.
 *
 * @param number in the sheet or file, from 1; 0 for names that stand in no row
 * @param width fields with a text of their own; merged cells may show a text behind them
 */
public record Line(int number, List<String> texts, int width) {

  Line(int number, List<String> texts) {
    this(number, texts, texts.size());
  }
}
