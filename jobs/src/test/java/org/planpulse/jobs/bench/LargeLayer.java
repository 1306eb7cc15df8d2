package org.planpulse.jobs.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.planpulse.samples.format.DbfField;
import org.planpulse.samples.format.ShapefileWriter;

/**
 * Parcels without gaps in CGCS2000, 3-degree zone 37, with the fields of layer DLTB in GBK: a wall
 * of blocks between uneven lines, whose borders wind and are shared point by point.
 */
final class LargeLayer {

  private static final List<DbfField> FIELDS =
      List.of(
          DbfField.text("BSM", 18),
          DbfField.text("YSDM", 10),
          DbfField.text("TBBH", 8),
          DbfField.text("DLBM", 5),
          DbfField.text("DLMC", 60),
          DbfField.text("QSXZ", 2),
          DbfField.text("QSDWDM", 19),
          DbfField.text("QSDWMC", 60),
          DbfField.text("ZLDWDM", 19),
          DbfField.text("ZLDWMC", 60),
          DbfField.number("TBMJ", 18, 2),
          DbfField.number("TBDLMJ", 15, 2),
          DbfField.number("SJNF", 4, 0),
          DbfField.text("BZ", 254));
  private static final String[][] CLASSES = {
    {"0401", "天然牧草地"}, {"0404", "其他草地"}, {"0103", "旱地"}, {"1206", "裸土地"}, {"0602", "采矿用地"}
  };
  private static final double WEST = 37_440_000;
  private static final double SOUTH = 4_780_000;
  private static final int COLUMNS = 1200;

  private final GeometryFactory factory = new GeometryFactory();

  private LargeLayer() {}

  /** Several parcels wide and as high as it takes. */
  static void write(Path shp, int parcels) throws IOException {
    LocalDate day = LocalDate.of(2026, 4, 20);
    LargeLayer layer = new LargeLayer();
    try (ShapefileWriter out = new ShapefileWriter(shp, Charset.forName("GBK"), day, FIELDS)) {
      for (int parcel = 0; parcel < parcels; parcel++) {
        Polygon polygon = layer.parcel(parcel % COLUMNS, parcel / COLUMNS);
        out.add(polygon, values(parcel, polygon));
      }
    }
  }

  private Polygon parcel(int column, int row) {
    List<Coordinate> ring = new ArrayList<>();
    append(ring, border(column, row, false), false);
    append(ring, border(column + 1, row, true), false);
    append(ring, border(column, row + 1, false), true);
    append(ring, border(column, row, true), true);
    ring.add(ring.get(0));
    return factory.createPolygon(ring.toArray(Coordinate[]::new));
  }

  /** All points but the last in the direction of going. */
  private static void append(List<Coordinate> ring, List<Coordinate> border, boolean backwards) {
    for (int i = 0; i + 1 < border.size(); i++) {
      ring.add(border.get(backwards ? border.size() - 1 - i : i));
    }
  }

  /** From a corner eastwards, or northwards when {@code up}; the same for both neighbours. */
  private static List<Coordinate> border(int column, int row, boolean up) {
    Coordinate from = corner(column, row);
    Coordinate to = up ? corner(column, row + 1) : corner(column + 1, row);
    SplittableRandom random = random(column, row, up ? 1 : 2);
    int points = 4 + random.nextInt(36);
    List<Coordinate> border = new ArrayList<>();
    border.add(from);
    for (int i = 1; i < points; i++) {
      double along = (double) i / points;
      double aside = (random.nextDouble() - 0.5) * 4;
      double x = from.x + (to.x - from.x) * along + (up ? aside : 0);
      double y = from.y + (to.y - from.y) * along + (up ? 0 : aside);
      border.add(millimetres(x, y));
    }
    border.add(to);
    return border;
  }

  /** Lines lie 30 m to 170 m apart. */
  private static Coordinate corner(int column, int row) {
    return millimetres(
        WEST + 100 * column + random(column, 0, 3).nextInt(70) - 35,
        SOUTH + 100 * row + random(0, row, 4).nextInt(70) - 35);
  }

  private static Coordinate millimetres(double x, double y) {
    return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
  }

  private static SplittableRandom random(int column, int row, int kind) {
    return new SplittableRandom((column * 1_000_003L + row) * 31 + kind);
  }

  private static Object[] values(int parcel, Polygon polygon) {
    String[] use = CLASSES[random(parcel, 0, 5).nextInt(CLASSES.length)];
    BigDecimal area = BigDecimal.valueOf(polygon.getArea()).setScale(2, RoundingMode.HALF_UP);
    String unit = "1525011000" + (parcel / COLUMNS % 90 + 10) + "0000000";
    return new Object[] {
      "152501" + (100_000_000_000L + parcel),
      "2001010100",
      String.valueOf(parcel % 100_000),
      use[0],
      use[1],
      "30",
      unit,
      "格日勒敖都苏木",
      unit,
      "格日勒敖都苏木",
      area,
      area,
      2025,
      "大文件"
    };
  }
}
