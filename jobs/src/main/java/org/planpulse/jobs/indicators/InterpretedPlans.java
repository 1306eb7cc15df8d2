package org.planpulse.jobs.indicators;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;

/**
 * Work on few rows with plans that Spark interprets: to generate and compile classes for a hundred
 * formulas takes longer than to evaluate them some thousand times.
 */
final class InterpretedPlans {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "spark.sql.codegen.wholeStage", "false", "spark.sql.codegen.factoryMode", "NO_CODEGEN");

  private InterpretedPlans() {}

  /** All plans that are executed by {@code work}; the session is left as it was. */
  static <T> T during(SparkSession spark, Supplier<T> work) {
    RuntimeConfig conf = spark.conf();
    Map<String, String> before = new HashMap<>();
    SETTINGS.keySet().forEach(key -> before.put(key, conf.get(key)));
    SETTINGS.forEach(conf::set);
    try {
      return work.get();
    } finally {
      before.forEach(conf::set);
    }
  }
}
