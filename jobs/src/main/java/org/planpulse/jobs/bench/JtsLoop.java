package org.planpulse.jobs.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.planpulse.jobs.bench.OverlaySums.Key;
import org.planpulse.jobs.geometry.EllipsoidalArea;
import org.planpulse.jobs.geometry.InsideShare;
import org.planpulse.jobs.geometry.PieceBook;
import org.planpulse.jobs.geometry.PieceBook.Piece;
import org.planpulse.jobs.geometry.ZoneParts;
import org.planpulse.jobs.ingest.landing.FileFault;
import org.planpulse.samples.overlay.OverlaySample;

/**
 * The overlay without an engine: the same cutting, shares and closing as PlanPulse in a plain loop
 * over the files, all in memory. What it takes is the least that Spark could take.
 */
final class JtsLoop {

  private record Part(String layer, String zone, Polygon shape, PreparedGeometry prepared) {}

  private final Path folder;
  private final STRtree units = new STRtree();
  private final STRtree zones = new STRtree();

  private JtsLoop(Path folder) {
    this.folder = folder;
  }

  static OverlaySums run(Path folder, int threads)
      throws IOException, FileFault, InterruptedException, ExecutionException {
    JtsLoop loop = new JtsLoop(folder);
    loop.index(OverlaySample.UNITS, loop.units);
    for (String layer : OverlaySample.ZONE_LAYERS) {
      loop.index(layer, loop.zones);
    }
    loop.units.build();
    loop.zones.build();
    return loop.overlay(threads);
  }

  private void index(String layer, STRtree tree) throws IOException, FileFault {
    ShapefileLoop.read(
        folder.resolve(layer + ".shp"),
        (outline, attributes) -> {
          for (Polygon part : ZoneParts.of(outline)) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(part);
            tree.insert(
                part.getEnvelopeInternal(), new Part(layer, attributes.get(0), part, prepared));
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
    Map<Key, Long> sums = new TreeMap<>();
    ShapefileLoop.read(
        file, (shape, attributes) -> new Parcel(shape, attributes.get(1), sums).book());
    return sums;
  }

  /** One parcel on its way into the sums. */
  private final class Parcel {

    private final Geometry shape;
    private final String landClass;
    private final long hundredths;
    private final Map<Key, Long> sums;
    private final List<Piece> crossed = new ArrayList<>();

    Parcel(Polygon shape, String landClass, Map<Key, Long> sums) {
      this.shape = shape;
      this.landClass = landClass;
      this.hundredths = EllipsoidalArea.hundredths(shape);
      this.sums = sums;
    }

    void book() {
      sums.merge(Key.ALL_PARCELS, hundredths, Long::sum);
      for (Object found : units.query(shape.getEnvelopeInternal())) {
        Part unit = (Part) found;
        double share = unit.prepared().intersects(shape) ? InsideShare.of(unit.shape(), shape) : 0;
        if (share > 0) {
          take(unit.zone(), OverlaySums.LAND, "", share);
          zones(unit.zone(), share, share == 1 ? shape : InsideShare.cut(unit.shape(), shape));
        }
      }
      PieceBook.close(hundredths, crossed)
          .forEach(entry -> add(entry.unit(), entry.layer(), entry.zone(), entry.hundredths()));
    }

    private void zones(String unit, double unitShare, Geometry piece) {
      for (Object found : zones.query(piece.getEnvelopeInternal())) {
        Part zone = (Part) found;
        if (zone.prepared().intersects(piece)) {
          take(unit, zone.layer(), zone.zone(), unitShare * InsideShare.of(zone.shape(), piece));
        }
      }
    }

    private void take(String unit, String layer, String zone, double share) {
      if (share == 1) {
        add(unit, layer, zone, hundredths);
      } else if (share > 0) {
        crossed.add(new Piece(unit, layer, zone, share));
      }
    }

    private void add(String unit, String layer, String zone, long area) {
      sums.merge(new Key(layer, zone, unit, landClass), area, Long::sum);
    }
  }
}
