package org.planpulse.jobs.ingest.vector;

import java.io.Closeable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;

/** A file whose features are read one after the other; reading may throw UncheckedIOException. */
interface FeatureFile extends Iterator<FeatureFile.Feature>, Closeable {

  /**
   * @param number from one, in the file's order
   * @param fields blanks are absent
   * @param shape in the file's CRS; null when there is none, it cannot be understood or has
   *     coordinates that are no numbers
   */
  record Feature(int number, Map<String, String> fields, Geometry shape) {

    public Feature {
      shape = shape == null || placed(shape) ? shape : null;
    }

    private static boolean placed(Geometry shape) {
      return Arrays.stream(shape.getCoordinates())
          .allMatch(point -> Double.isFinite(point.x) && Double.isFinite(point.y));
    }
  }

  /** {@code EPSG:n} as the file states it; known after the last feature. */
  Optional<String> crs();

  /** Whether the file is what its format promises, to its end; known after the last feature. */
  boolean isWhole();

  /** Of the attributes. */
  default String charset() {
    return "UTF-8";
  }
}
