package org.planpulse.jobs.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.planpulse.jobs.spatial.MiniCity.CITY;
import static org.planpulse.jobs.spatial.MiniCity.WEST;
import static org.planpulse.jobs.spatial.MiniCity.area;
import static org.planpulse.jobs.spatial.MiniCity.box;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.jobs.warehouse.Warehouse;

/** Units are handed over each year, and one may have moved to another township. */
class UnitsOfTwoYearsTest {

  private static final String UNITS = "silver.admin_unit";

  @TempDir Path folder;

  @Test
  void aUnitOfTwoLayersCountsOnceAndBelongsWhereTheLatestPutsIt() {
    MiniCity city =
        new MiniCity(folder).parcel(2025, "f", "0401", "", WEST, box(0, 0, 4, 1)).built();
    handOverOfTwoYears(city.context().warehouse());

    city.run(new LandAreaJob());

    assertThat(
            city.rows(
                "SELECT region_code FROM gold_land_area WHERE dlbm = '0401' ORDER BY region_code"))
        .extracting(row -> row.getString(0))
        .containsExactly(CITY, "152501200", WEST);
    assertThat(
            city.rows(
                "SELECT area_m2 FROM gold_area_ledger WHERE entry IN ('parcels', 'classes', 'units')"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.getDecimal(0)).isEqualTo(area(box(0, 0, 4, 1))));
  }

  /** Five years before, West lay in the other township. */
  private static void handOverOfTwoYears(Warehouse warehouse) {
    Dataset<Row> units = warehouse.read(UNITS);
    Dataset<Row> now = units.selectExpr("* EXCEPT (year)", "2025 AS year");
    Dataset<Row> before =
        units.selectExpr(
            "* EXCEPT (year, parent_code)",
            "2020 AS year",
            "CASE region_code WHEN '"
                + WEST
                + "' THEN '152501400' ELSE parent_code END"
                + " AS parent_code");
    Dataset<Row> both = now.unionByName(before);
    List<Row> rows = both.collectAsList();
    warehouse.replace(UNITS, SharedSpark.session().createDataFrame(rows, both.schema()));
  }
}
