package org.planpulse.jobs.indicators;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.planpulse.jobs.environment.WaterClass;
import org.planpulse.schemas.codelist.WaterStandard;
import scala.jdk.javaapi.CollectionConverters;

/**
 * {@code pp_water_class(standard, map of means by item)}: the class of a water, with means in the
 * standard's units; null when too little was measured.
 */
final class WaterFunctions {

  private WaterFunctions() {}

  static void register(SparkSession spark, Map<String, WaterStandard> known) {
    Map<String, WaterStandard> standards = new HashMap<>(known);
    UDF2<String, scala.collection.Map<String, Double>, Integer> waterClass =
        (standard, means) -> {
          OptionalInt found =
              new WaterClass(standards.get(standard)).of(CollectionConverters.asJava(means));
          return found.isPresent() ? found.getAsInt() : null;
        };
    spark.udf().register("pp_water_class", waterClass, DataTypes.IntegerType);
  }
}
