package org.planpulse.reports.model;

import java.util.List;
import org.planpulse.reports.model.LandUse.StockRow;

/**
 * Areas of land classes.
 *
 * @param years ascending
 * @param rows one line a class: area by year
 */
public record LandStock(List<Integer> years, List<StockRow> rows) {}
