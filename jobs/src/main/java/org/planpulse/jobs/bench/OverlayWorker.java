package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.jobs.ingest.landing.Folders;
import org.planpulse.jobs.warehouse.SparkSessions;
import org.planpulse.jobs.warehouse.WarehouseLayout;
import org.planpulse.jobs.workspace.Settings;
import org.planpulse.samples.overlay.OverlaySample;

/** What {@link SpatialBench} runs in a process of its own. */
public enum OverlayWorker {
  /** The overlay with Spark. */
  SPARK {
    @Override
    public void run(Path data, Path result, Settings.Spark settings)
        throws IOException, InterruptedException {
      Path scratch = Files.createTempDirectory("planpulse-bench");
      try (SparkSession spark = SparkSessions.start(new WarehouseLayout(scratch), settings)) {
        SparkOverlay.run(spark, data).write(result);
      } finally {
        Folders.delete(scratch);
      }
    }
  },
  /** The overlay in a plain loop. */
  JTS {
    @Override
    public void run(Path data, Path result, Settings.Spark settings)
        throws IOException, FileFault, InterruptedException, ExecutionException {
      JtsLoop.run(data, Runtime.getRuntime().availableProcessors()).write(result);
    }
  },
  /** Writes the files; {@code result} is the number of parcels. */
  SAMPLE {
    @Override
    public void run(Path data, Path result, Settings.Spark settings) throws IOException {
      OverlaySample.write(data, Integer.parseInt(result.toString()), SEED);
    }
  };

  private static final long SEED = 42;

  public abstract void run(Path data, Path result, Settings.Spark settings)
      throws IOException, FileFault, InterruptedException, ExecutionException;
}
