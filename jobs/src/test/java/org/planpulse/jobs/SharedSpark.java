package org.planpulse.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.warehouse.SparkSessions;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Settings;

/** The one Spark session of this module's tests: starting it costs more than most tests. */
public final class SharedSpark {

  private static SparkSession session;

  private SharedSpark() {}

  /** Local, two threads; the same settings as in production otherwise. Never stopped. */
  public static synchronized SparkSession session() {
    if (session == null) {
      try {
        session =
            SparkSessions.start(
                new WarehouseLayout(Files.createTempDirectory("planpulse-spark")),
                new Settings.Spark("local[2]", 2));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot create Spark's folder", e);
      }
    }
    return session;
  }
}
