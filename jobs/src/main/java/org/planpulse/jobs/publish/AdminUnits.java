package org.planpulse.jobs.publish;

/** The units there were in a year: {@code silver.admin_unit} keeps every year's layer. */
final class AdminUnits {

  private AdminUnits() {}

  /**
   * SQL of the units in a year, to select from: {@code region_code, name, level, geometry}, one row
   * a code. Of each dataset it is the latest layer not after the year, or the first one where none
   * is as old; a layer is whole, so a unit that is not in it any more is none.
   */
  static String in(int year) {
    return """
        (
          WITH layer AS (
            SELECT dataset, coalesce(max(coalesce(year, 0)) FILTER (coalesce(year, 0) <= %d),
                                     min(year)) AS layer_year
            FROM silver.admin_unit GROUP BY dataset
          )
          SELECT DISTINCT ON (region_code) region_code, name, level, geometry
          FROM silver.admin_unit JOIN layer USING (dataset)
          WHERE coalesce(year, 0) = layer_year
          ORDER BY region_code, layer_year DESC, dataset
        )"""
        .formatted(year);
  }
}
