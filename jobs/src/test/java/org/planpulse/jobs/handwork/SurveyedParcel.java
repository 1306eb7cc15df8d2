package org.planpulse.jobs.handwork;

import com.linuxense.javadbf.DBFReader;
import com.linuxense.javadbf.DBFRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A parcel of the survey: its class, settlement code (empty outside settlements), surveyed area in
 * m2 and shape in the plane of the file.
 */
record SurveyedParcel(String dlbm, String settlement, double area, Geometry shape) {

  private static final GeometryFactory SHAPES = new GeometryFactory();

  static List<SurveyedParcel> read(Path shapefile) throws IOException {
    List<Geometry> shapes = shapes(shapefile);
    List<SurveyedParcel> parcels = new ArrayList<>();
    String name = shapefile.getFileName().toString().replace(".shp", ".dbf");
    try (InputStream in = Files.newInputStream(shapefile.resolveSibling(name));
        DBFReader records = new DBFReader(in, Charset.forName("GBK"))) {
      for (DBFRow record = records.nextRow(); record != null; record = records.nextRow()) {
        String settlement = record.getString("CZCSXM");
        parcels.add(
            new SurveyedParcel(
                record.getString("DLBM"),
                settlement == null ? "" : settlement,
                record.getDouble("TBMJ"),
                shapes.get(parcels.size())));
      }
    }
    return parcels;
  }

  /** The polygons of a shapefile (ESRI 1998, type 5): shells run clockwise, holes the other way. */
  static List<Geometry> shapes(Path shapefile) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(shapefile));
    List<Geometry> shapes = new ArrayList<>();
    int record = 100;
    while (record < file.limit()) {
      int words = file.order(ByteOrder.BIG_ENDIAN).getInt(record + 4);
      shapes.add(polygon(file.order(ByteOrder.LITTLE_ENDIAN), record + 8));
      record += 8 + 2 * words;
    }
    return shapes;
  }

  private static Geometry polygon(ByteBuffer file, int start) {
    int parts = file.getInt(start + 36);
    int points = file.getInt(start + 40);
    int coordinates = start + 44 + 4 * parts;
    Geometry whole = null;
    for (int part = 0; part < parts; part++) {
      int from = file.getInt(start + 44 + 4 * part);
      int to = part + 1 < parts ? file.getInt(start + 48 + 4 * part) : points;
      Coordinate[] ring = new Coordinate[to - from];
      for (int i = 0; i < ring.length; i++) {
        int at = coordinates + 16 * (from + i);
        ring[i] = new Coordinate(file.getDouble(at), file.getDouble(at + 8));
      }
      LinearRing line = SHAPES.createLinearRing(ring);
      Polygon polygon = SHAPES.createPolygon(line);
      if (whole == null) {
        whole = polygon;
      } else {
        whole = Orientation.isCCW(ring) ? whole.difference(polygon) : whole.union(polygon);
      }
    }
    return whole;
  }
}
