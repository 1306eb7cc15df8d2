package org.planpulse.jobs.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sources of inputs, by what names them.
 *
 * @param cells of tables; a cell that was corrected says one thing before the review and another
 *     since
 * @param rows layers, lists and rasters
 */
record InputSources(Map<Cell, Source> cells, Map<SourceId, Source> rows) {

  /** A cell and the day since which it is known as it was read. */
  record Cell(SourceId id, LocalDate knownFrom) {}

  /** The sources of one input that are known. */
  List<Source> of(Figure.Input input) {
    return input.sources().stream()
        .map(id -> cells.getOrDefault(new Cell(id, input.knownFrom()), rows.get(id)))
        .filter(Objects::nonNull)
        .toList();
  }
}
