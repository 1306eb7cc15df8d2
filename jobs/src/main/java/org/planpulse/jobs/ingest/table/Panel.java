package org.planpulse.jobs.ingest.table;

import java.util.List;

/**
 * Columns of a table by their part in it. A page set in two halves is two panels: the header begins
 * again in the middle.
 *
 * @param labels columns of row labels, the outermost first
 * @param unit column of units, or -1
 * @param note column of remarks, or -1
 * @param values columns of data
 */
record Panel(List<Integer> labels, int unit, int note, List<Integer> values) {}
