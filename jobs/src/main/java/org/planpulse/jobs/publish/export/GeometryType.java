package org.planpulse.jobs.publish.export;

import java.util.List;
import java.util.Locale;

/** Types of plane geometries; their places here are their numbers in WKB less one. */
enum GeometryType {
  POINT("Point"),
  LINESTRING("LineString"),
  POLYGON("Polygon"),
  MULTIPOINT("MultiPoint"),
  MULTILINESTRING("MultiLineString"),
  MULTIPOLYGON("MultiPolygon"),
  GEOMETRYCOLLECTION("GeometryCollection");

  private final String text;

  GeometryType(String text) {
    this.text = text;
  }

  /** As GeoParquet and GeoJSON spell it. */
  String text() {
    return text;
  }

  /** As GeoPackage spells it. */
  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }

  /** From the head of a little-endian WKB. */
  static GeometryType ofWkb(byte[] head) {
    int number = head[1] & 0xFF;
    if (head[0] != 1
        || number > values().length
        || number == 0
        || (head[2] | head[3] | head[4]) != 0) {
      throw new IllegalStateException("the warehouse holds plane geometries of types 1 to 7 only");
    }
    return values()[number - 1];
  }

  /** The type that holds one or several of this; of collections the same. */
  GeometryType multi() {
    return ordinal() < MULTIPOINT.ordinal() ? values()[ordinal() + MULTIPOINT.ordinal()] : this;
  }

  /** The narrowest type for a column in which single shapes may stand as collections of one. */
  static String commonName(List<GeometryType> types) {
    if (types.size() == 1) {
      return types.get(0).upper();
    }
    List<GeometryType> multi = types.stream().map(GeometryType::multi).distinct().toList();
    return multi.size() == 1 ? multi.get(0).upper() : "GEOMETRY";
  }
}
