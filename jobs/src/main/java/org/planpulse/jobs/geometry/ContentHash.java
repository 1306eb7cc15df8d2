package org.planpulse.jobs.geometry;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.io.WKBWriter;

/**
 * Identity of a shape by its content: which points it has in x and y, not how they were written.
 */
public final class ContentHash {

  private static final int BYTES = 8;

  private ContentHash() {}

  /**
   * First 16 hexadecimal digits of the SHA-256 of the normalised WKB. Start and direction of rings,
   * order of parts, Z and M, and a collection of one part make no difference.
   */
  public static String of(Geometry geometry) {
    byte[] wkb = new WKBWriter(2).write(unwrapped(geometry).norm());
    return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(wkb), BYTES));
  }

  private static Geometry unwrapped(Geometry geometry) {
    boolean single = geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1;
    return single ? geometry.getGeometryN(0) : geometry;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
