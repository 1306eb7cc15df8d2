package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.run.RunContext;

/** The tree of administrative units. */
public final class Regions {

  private static final StructType PAIR =
      new StructType().add("unit", DataTypes.StringType).add("region_code", DataTypes.StringType);

  private Regions() {}

  /**
   * One row for each unit and each of its ancestors, itself included: {@code unit, region_code}.
   * Sums over units grouped by {@code region_code} are the sums of every level. The rows are local,
   * so joins with them are broadcast.
   */
  public static Dataset<Row> ancestors(RunContext run) {
    return ancestors(run.warehouse().read("silver.admin_unit"));
  }

  /** The same of the rows of {@code silver.admin_unit} given. */
  static Dataset<Row> ancestors(Dataset<Row> units) {
    Map<String, String> parents = new HashMap<>();
    // A unit of several years' layers belongs where the latest puts it.
    units
        .select(col("region_code"), col("parent_code"), coalesce(col("year"), lit(0)))
        .collectAsList()
        .stream()
        .sorted(Comparator.comparingInt(row -> row.getInt(2)))
        .forEach(row -> parents.put(row.getString(0), row.getString(1)));
    List<Row> pairs = new ArrayList<>();
    for (String unit : parents.keySet()) {
      for (String region = unit; region != null; region = parents.get(region)) {
        pairs.add(RowFactory.create(unit, region));
      }
    }
    return units.sparkSession().createDataFrame(pairs, PAIR);
  }
}
