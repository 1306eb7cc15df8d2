package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.planpulse.schemas.codelist.LandGroup;

/** Land groups as a table to join with. */
public final class LandGroups {

  private LandGroups() {}

  /**
   * One row for each class of each group: {@code group_id, dlbm, czcsxm}. A null {@code czcsxm}
   * means that the group puts no condition on it.
   */
  public static Dataset<Row> members(SparkSession spark, Iterable<LandGroup> groups) {
    List<Row> rows = new ArrayList<>();
    for (LandGroup group : groups) {
      for (String landClass : group.classes()) {
        if (group.settlement().isEmpty()) {
          rows.add(RowFactory.create(group.id(), landClass, null));
        }
        group.settlement().forEach(s -> rows.add(RowFactory.create(group.id(), landClass, s)));
      }
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add("group_id", DataTypes.StringType)
            .add("dlbm", DataTypes.StringType)
            .add("czcsxm", DataTypes.StringType));
  }
}
