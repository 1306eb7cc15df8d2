package org.planpulse.reports.part;

import java.util.List;
import org.planpulse.reports.document.Block;

/** Writes a part of a report: one table, list or set of figures. */
@FunctionalInterface
interface Part {
  List<Block> write(Scope scope);
}
