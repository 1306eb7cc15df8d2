package org.planpulse.samples.department;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.locationtech.jts.geom.GeometryFactory;
import org.planpulse.samples.format.DbfField;
import org.planpulse.samples.format.ShapefileWriter;
import org.planpulse.samples.land.AdminUnit;
import org.planpulse.samples.land.LandHistory;
import org.planpulse.samples.land.LandUse;
import org.planpulse.samples.land.Parcel;

/** Layer DLTB of the yearly land change survey (fields of TD/T 1057-2020), GBK without a hint. */
public final class LandSurvey {

  static final String DEPARTMENT = "自然资源局";
  static final Charset GBK = Charset.forName("GBK");

  private static final String LAYER_CODE = "2001010100";
  private static final String STATE_OWNED = "20";
  private static final String COLLECTIVE = "30";

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
          DbfField.text("KCDLBM", 5),
          DbfField.number("KCXS", 6, 4),
          DbfField.number("KCMJ", 15, 2),
          DbfField.number("TBDLMJ", 15, 2),
          DbfField.text("GDLX", 2),
          DbfField.text("GDPDJB", 2),
          DbfField.text("CZCSXM", 4),
          DbfField.number("SJNF", 4, 0),
          DbfField.text("BZ", 254));

  private LandSurvey() {}

  /** The year at which the history stands. */
  public static void write(LandingZone zone, LandHistory history) throws IOException {
    int year = history.year();
    LocalDate received = LocalDate.of(year + 1, 4, 20);
    GeometryFactory factory = new GeometryFactory();
    try (ShapefileWriter layer =
        new ShapefileWriter(
            zone.place(DEPARTMENT, "DLTB_" + year + ".shp", received), GBK, received, FIELDS)) {
      for (Parcel parcel : history.parcels()) {
        layer.add(factory.createPolygon(parcel.ring()), values(parcel, year));
      }
    }
  }

  private static Object[] values(Parcel parcel, int year) {
    LandUse use = parcel.use();
    AdminUnit unit = parcel.unit();
    boolean farmland = use.isFarmland();
    return new Object[] {
      parcel.id(),
      LAYER_CODE,
      parcel.serialCode(),
      use.code(),
      use.name(),
      unit.isGacha() && !use.isUrban() ? COLLECTIVE : STATE_OWNED,
      unit.surveyCode(),
      unit.name(),
      unit.surveyCode(),
      unit.name(),
      parcel.area(),
      parcel.hasRidges() ? "1203" : null,
      farmland ? parcel.ridgeShare() : null,
      farmland ? parcel.ridgeArea() : null,
      parcel.netArea(),
      parcel.hasRidges() ? "PD" : null,
      farmland ? Integer.toString(use.slopeGrade()) : null,
      use.settlement(),
      year,
      "样例数据"
    };
  }
}
