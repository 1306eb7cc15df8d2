package org.planpulse.jobs.spatial;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.planpulse.jobs.run.RunContext;

/** The tree of administrative units. */
public final class Regions {

  private Regions() {}

  /**
   * One row for each unit and each of its ancestors, itself included: {@code unit, region_code}.
   * Sums over units grouped by {@code region_code} are the sums of every level.
   */
  public static Dataset<Row> ancestors(RunContext run) {
    run.warehouse()
        .read("silver.admin_unit")
        .selectExpr("region_code", "parent_code")
        .distinct()
        .createOrReplaceTempView("unit_parent");
    return run.warehouse()
        .spark()
        .sql(
            """
            SELECT region_code AS unit, region_code FROM unit_parent
            UNION
            SELECT region_code AS unit, parent_code AS region_code
            FROM unit_parent WHERE parent_code IS NOT NULL
            UNION
            SELECT child.region_code AS unit, parent.parent_code AS region_code
            FROM unit_parent child JOIN unit_parent parent ON child.parent_code = parent.region_code
            WHERE parent.parent_code IS NOT NULL
            """);
  }
}
