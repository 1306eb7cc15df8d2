package org.planpulse.jobs.publish.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** StandardGeoPackageBinary (OGC 12-128r17, 2.1.3) in EPSG:4490 from little-endian WKB. */
final class GeoPackageGeometry {

  static final int SRS = 4490;

  private static final byte VERSION_1 = 0;
  private static final byte LITTLE_ENDIAN = 0b0000_0001;
  private static final byte BOX_XY = 0b0000_0010;

  /** Byte order, type, number of parts. */
  private static final int COLLECTION_HEAD = 9;

  private GeoPackageGeometry() {}

  /**
   * @param box minimum x, maximum x, minimum y, maximum y; null when it is not known
   */
  static byte[] of(byte[] wkb, double[] box) {
    int boxBytes = box == null ? 0 : box.length * Double.BYTES;
    ByteBuffer blob = ByteBuffer.allocate(8 + boxBytes + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    blob.put((byte) 'G').put((byte) 'P').put(VERSION_1);
    blob.put((byte) (LITTLE_ENDIAN | (box == null ? 0 : BOX_XY))).putInt(SRS);
    if (box != null) {
      for (double side : box) {
        blob.putDouble(side);
      }
    }
    return blob.put(wkb).array();
  }

  /** A single shape as a collection of one, for a layer that has both. */
  static byte[] multi(byte[] wkb) {
    GeometryType type = GeometryType.ofWkb(wkb);
    if (type.multi() == type) {
      return wkb;
    }
    ByteBuffer collection =
        ByteBuffer.allocate(COLLECTION_HEAD + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    collection.put((byte) 1).putInt(type.multi().ordinal() + 1).putInt(1);
    return collection.put(wkb).array();
  }
}
