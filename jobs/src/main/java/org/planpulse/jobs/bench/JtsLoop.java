package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.planpulse.jobs.bench.OverlaySums.Key;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.ParcelOverlay;
import org.planpulse.jobs.geometry.ParcelOverlay.Part;
import org.planpulse.jobs.geometry.PieceBook.Entry;
import org.planpulse.jobs.geometry.ZoneParts;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.samples.overlay.OverlaySample;

/**
 * The overlay without an engine: the same cutting, shares and closing as PlanPulse in a plain loop
 * over the files, all in memory. What it takes is the least that Spark could take.
 */
final class JtsLoop {

  private final Path folder;
  private final STRtree parts = new STRtree();
  private int numbers;

  private JtsLoop(Path folder) {
    this.folder = folder;
  }

  private record NumberedPart(int number, Part part) {}

  static OverlaySums run(Path folder, int threads)
      throws IOException, FileFault, InterruptedException, ExecutionException {
    JtsLoop loop = new JtsLoop(folder);
    loop.index(OverlaySample.UNITS, ParcelOverlay.LAND);
    for (String layer : OverlaySample.ZONE_LAYERS) {
      loop.index(layer, layer);
    }
    loop.parts.build();
    return loop.overlay(threads);
  }

  private void index(String file, String layer) throws IOException, FileFault {
    ShapefileLoop.read(
        folder.resolve(file + ".shp"),
        (outline, attributes) -> {
          for (Polygon shape : ZoneParts.of(outline)) {
            Part part = new Part(layer, attributes.get(0), shape);
            parts.insert(shape.getEnvelopeInternal(), new NumberedPart(numbers++, part));
          }
        });
  }

  private OverlaySums overlay(int threads) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Map<Key, Long>>> files = new ArrayList<>();
      for (Path file : OverlaySample.parcelFiles(folder)) {
        files.add(pool.submit(() -> overlay(file)));
      }
      Map<Key, Long> sums = new TreeMap<>();
      for (Future<Map<Key, Long>> file : files) {
        file.get().forEach((key, sum) -> sums.merge(key, sum, Long::sum));
      }
      return OverlaySums.ofHundredths(sums);
    } finally {
      pool.shutdown();
    }
  }

  private Map<Key, Long> overlay(Path file) throws IOException, FileFault {
    Map<Key, Long> sums = new HashMap<>();
    ShapefileLoop.read(
        file,
        (shape, attributes) -> {
          long hundredths = EllipsoidalArea.hundredths(shape);
          sums.merge(Key.ALL_PARCELS, hundredths, Long::sum);
          for (Entry entry : ParcelOverlay.of(shape, hundredths, near(shape))) {
            Key key = new Key(entry.layer(), entry.zone(), entry.unit(), attributes.get(1));
            sums.merge(key, entry.hundredths(), Long::sum);
          }
        });
    return sums;
  }

  @SuppressWarnings("unchecked") // the tree of JTS knows no types
  private List<Part> near(Geometry shape) {
    List<NumberedPart> near = parts.query(shape.getEnvelopeInternal());
    near.sort(Comparator.comparingInt(NumberedPart::number));
    return near.stream().map(NumberedPart::part).toList();
  }
}
