package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.planpulse.samples.overlay.OverlaySample;
import org.planpulse.schemas.LocalText;

/**
 * Overlays generated parcels with units and five layers of zones: PlanPulse, a plain loop on all
 * cores, PostGIS and GeoPandas, each as a process of its own that reads the same shapefiles, one
 * after the other. Results are compared sum by sum.
 */
public final class SpatialBench {

  /** What a script ends with when the software it drives is not installed. */
  private static final int NOT_INSTALLED = 3;

  private final Path folder;
  private final Path scripts;
  private final Path log;

  /**
   * How one contender did.
   *
   * @param process empty when what it needs is not installed
   * @param closureM2 how far its land is from its parcels
   * @param difference from PlanPulse's sums, the largest, as a share of all parcels
   */
  public record Outcome(
      int parcels,
      String id,
      LocalText name,
      Optional<MeasuredProcess> process,
      double closureM2,
      double difference) {}

  /**
   * @param folder for files, results and the log; files written before are used again
   * @param scripts that drive the software of others
   */
  public SpatialBench(Path folder, Path scripts) {
    this.folder = folder;
    this.scripts = scripts;
    this.log = folder.resolve("bench.log");
  }

  /**
   * @param parcels about how many
   * @param against ids of contenders; PlanPulse always runs
   * @param told each outcome as soon as it is known
   */
  public void run(int parcels, List<String> against, Consumer<Outcome> told)
      throws IOException, InterruptedException {
    Path data = new SampleFiles(folder, log).of(parcels);
    Path ours = data.resolve("planpulse.csv");
    for (Contender contender : contenders()) {
      if (contender.id().equals("planpulse") || against.contains(contender.id())) {
        Path result = data.resolve(contender.id() + ".csv");
        Files.deleteIfExists(result);
        MeasuredProcess process = MeasuredProcess.run(log, contender.command().apply(data, result));
        told.accept(outcome(parcels, contender, process, result, ours));
      }
    }
  }

  /** Ids of all but PlanPulse. */
  public static List<String> opponents() {
    return List.of("jts", "postgis", "geopandas");
  }

  private List<Contender> contenders() {
    return List.of(
        new Contender(
            "planpulse",
            new LocalText("PlanPulse", "PlanPulse"),
            (d, r) -> WorkerProcess.command("spark", d, r)),
        new Contender(
            "jts",
            new LocalText("JTS 循环（全部核）", "JTS loop, all cores"),
            (d, r) -> WorkerProcess.command("jts", d, r)),
        new Contender(
            "postgis",
            new LocalText("PostGIS", "PostGIS"),
            (d, r) -> List.of("bash", script("postgis.sh"), d.toString(), r.toString())),
        new Contender(
            "geopandas",
            new LocalText("GeoPandas", "GeoPandas"),
            (d, r) ->
                List.of(
                    "/usr/bin/python3",
                    script("geopandas_overlay.py"),
                    d.toString(),
                    r.toString())));
  }

  private String script(String name) {
    return scripts.resolve(name).toString();
  }

  private Outcome outcome(
      int parcels, Contender contender, MeasuredProcess process, Path result, Path ours)
      throws IOException {
    if (process.exitValue() == NOT_INSTALLED) {
      return new Outcome(parcels, contender.id(), contender.name(), Optional.empty(), 0, 0);
    }
    if (!process.succeeded()) {
      throw new IllegalStateException(contender.id() + " failed; see " + log);
    }
    OverlaySums sums = OverlaySums.read(result);
    return new Outcome(
        parcels,
        contender.id(),
        contender.name(),
        Optional.of(process),
        sums.closureError(OverlaySample.COVERING_LAYER),
        sums.largestDifference(OverlaySums.read(ours)));
  }
}
