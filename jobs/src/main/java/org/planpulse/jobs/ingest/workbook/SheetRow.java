package org.planpulse.jobs.ingest.workbook;

import java.util.List;

/**
 * The texts of one row as printed; every cell of a merged region shows the region's text.
 *
 * @param row from 0
 * @param texts from the first column on, blank where there is nothing to see
 * @param width columns up to the last cell with a text of its own; merged regions may reach further
 */
public record SheetRow(int row, List<String> texts, int width) {}
