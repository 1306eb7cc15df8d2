package org.planpulse.reports.model;

import java.util.List;
import java.util.Map;

/**
 * The chapter on land-use change.
 *
 * @param classes first-level classes in the order of the matrix
 * @param stock one line a class: area by year
 * @param years years of {@code stock}, ascending
 * @param matrixFromYear start of the matrix
 * @param matrix areas in m2, row = class in {@code matrixFromYear}, column = class in {@code
 *     matrixToYear}; the last row and column are the closing difference
 * @param causes why land changed, in the order of {@code changes}
 * @param changes net change of a class between the years of the matrix by cause, and last the sum,
 *     in m2; no line for a class that did not change
 * @param proof lines of the area ledger that show that the books close
 * @param units one line a unit of the year
 * @param map land use of the year; null when there is none
 * @param colours {@code #rrggbb} of the lines of {@code stock}
 */
public record LandUse(
    String summary,
    List<String> classes,
    List<String> colours,
    List<Integer> years,
    List<StockRow> stock,
    int matrixFromYear,
    int matrixToYear,
    List<List<Double>> matrix,
    List<String> causes,
    List<StockRow> changes,
    List<ProofRow> proof,
    List<UnitRow> units,
    MapFigure map) {

  public LandStock inStock() {
    return new LandStock(years, stock);
  }

  public record StockRow(String name, List<Double> areasM2) {}

  /** e.g. "parcels, classes, units, difference" of a year, in m2 with two decimals. */
  public record ProofRow(
      int year,
      double parcelsM2,
      double classesM2,
      double unitsM2,
      double controlM2,
      double repairM2,
      double differenceM2) {}

  /**
   * @param groupsM2 by id of the land group
   */
  public record UnitRow(
      String code, String name, double totalM2, Map<String, Double> groupsM2, Double meanNdvi) {}
}
