package org.planpulse.jobs;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of this module's tests: starting it costs more than most tests. */
public final class SharedSpark {

  private static SparkSession session;

  private SharedSpark() {}

  /** Local, two threads; the same settings as in production otherwise. Never stopped. */
  public static synchronized SparkSession session() {
    if (session == null) {
      session =
          SparkSession.builder()
              .master("local[2]")
              .appName("planpulse-tests")
              .config("spark.ui.enabled", false)
              .config("spark.driver.host", "127.0.0.1")
              .config("spark.driver.bindAddress", "127.0.0.1")
              .config(
                  "spark.sql.extensions",
                  "org.apache.sedona.sql.SedonaSqlExtensions,io.delta.sql.DeltaSparkSessionExtension")
              .config(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
              .config(
                  "spark.kryo.registrator", "org.apache.sedona.core.serde.SedonaKryoRegistrator")
              .config("spark.sql.shuffle.partitions", 2)
              .config("spark.databricks.delta.snapshotPartitions", 2)
              .config("spark.sql.session.timeZone", "Asia/Shanghai")
              .config("spark.sql.ansi.enabled", true)
              .getOrCreate();
    }
    return session;
  }
}
