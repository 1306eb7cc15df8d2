package org.planpulse.jobs.ingest.table;

import java.util.ArrayList;
import java.util.List;

/** The rows of one table in a sheet by their part in it; numbers of rows from 0. */
final class TableBlock {

  final List<String> titles = new ArrayList<>();
  final List<String> units = new ArrayList<>();
  final List<Integer> header = new ArrayList<>();
  final List<Integer> body = new ArrayList<>();
  final List<String> notes = new ArrayList<>();

  /** Repeats the header of the block before it. */
  boolean repeatsHeader;

  boolean continuation() {
    return repeatsHeader && titles.isEmpty() || titles.stream().anyMatch(TableWords::continuation);
  }
}
