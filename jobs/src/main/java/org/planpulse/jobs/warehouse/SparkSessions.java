package org.planpulse.jobs.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.run.ChinaTime;
import org.planpulse.jobs.workspace.Settings;

/**
 * Starts Spark with Sedona and Delta. Any {@code -Dspark.*} system property wins over the values
 * here, so a cluster, more memory or a log listener needs no code.
 */
public final class SparkSessions {

  private SparkSessions() {}

  /** Starts the session of this process for the warehouse at {@code layout}. */
  public static SparkSession start(WarehouseLayout layout, Settings.Spark settings) {
    SparkConf conf = new SparkConf();
    values(layout, settings).forEach(conf::setIfMissing);
    if (conf.get("spark.master").startsWith("local")) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    // Sedona reports its use to a server on the network unless told not to.
    System.setProperty("DO_NOT_TRACK", "true");
    return SparkSession.builder().config(conf).getOrCreate();
  }

  private static Map<String, String> values(WarehouseLayout layout, Settings.Spark settings) {
    Path scratch = ScratchFolder.create(layout.scratch());
    Map<String, String> values = new TreeMap<>();
    values.put("spark.app.name", "planpulse");
    values.put("spark.master", settings.master());
    values.put("spark.ui.enabled", "false");
    values.put("spark.local.dir", scratch.toString());
    values.put("spark.sql.warehouse.dir", scratch.resolve("spark-warehouse").toString());

    // Sedona's parser must come first: behind Delta's it swallows CLUSTER BY.
    values.put(
        "spark.sql.extensions",
        "org.apache.sedona.sql.SedonaSqlExtensions,io.delta.sql.DeltaSparkSessionExtension");
    values.put("spark.sql.catalog.spark_catalog", WarehouseCatalog.class.getName());
    values.put("spark.sql.catalog.spark_catalog.root", absolute(layout.root()).toString());
    values.put("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
    values.put("spark.kryo.registrator", "org.apache.sedona.core.serde.SedonaKryoRegistrator");

    // JTS has two implementations of overlays and of predicates: the newer are robust and quicker.
    values.put("spark.executor.extraJavaOptions", "-Djts.overlay=ng -Djts.relate=ng");
    // A join on place and on year stays a spatial join.
    values.put("sedona.join.optimizationmode", "all");

    values.put("spark.sql.session.timeZone", ChinaTime.ZONE.getId());
    values.put("spark.sql.shuffle.partitions", String.valueOf(settings.shufflePartitions()));
    // What is kept for a second look stays for seconds; packing it takes longer than that look.
    values.put("spark.sql.inMemoryColumnarStorage.compressed", "false");
    // A pipeline has some thousand stages of generated code, many alike; by default a hundred are
    // kept, and each of the others is compiled anew.
    values.put("spark.sql.codegen.cache.maxEntries", "1000");
    // INT96, the default, is unknown to most other readers of Parquet.
    values.put("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");

    // Defaults of 50 and 10000 tasks are for logs with thousands of files; ours have tens.
    values.put("spark.databricks.delta.snapshotPartitions", "2");
    values.put("spark.sql.sources.parallelPartitionDiscovery.parallelism", "4");
    // Files are named one by one from the log; looking at each needs no job of its own.
    values.put("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000");
    // One shuffle before each write gathers rows into few files, whatever the number of cores.
    values.put("spark.databricks.delta.optimizeWrite.enabled", "true");
    // Files small enough that a city's layer is written and read by all cores.
    values.put("spark.databricks.delta.optimizeWrite.binSize", "16m");
    // Outside UTC each commit would be checked by replaying the log: it guards dates before 1883.
    values.put(
        "spark.databricks.delta.allFilesInCrc.verificationMode.forceOnNonUTC.enabled", "false");
    return values;
  }

  private static Path absolute(Path path) {
    try {
      return Files.createDirectories(path).toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + path, e);
    }
  }
}
