package org.planpulse.samples.land;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.locationtech.jts.geom.Coordinate;

/**
 * A parcel (图斑) of one year.
 *
 * @param number city-wide sequence, the last eight digits of BSM
 * @param serial number inside the unit, TBBH
 * @param site a point inside
 * @param ring closed, EPSG:4525 metres
 * @param area TBMJ: ellipsoidal, m2 with two decimals
 */
public record Parcel(
    int number,
    int serial,
    AdminUnit unit,
    Coordinate site,
    Coordinate[] ring,
    BigDecimal area,
    LandUse use) {

  /** Share of ridges in farmland of slope grade 2. */
  private static final BigDecimal RIDGE_SHARE = new BigDecimal("0.0512");

  public String id() {
    return AdminUnit.CITY_CODE + "0000" + eightDigits(number);
  }

  /** TBBH, eight digits. */
  public String serialCode() {
    return eightDigits(serial);
  }

  /** Whether ridges (KCDLBM 1203) are deducted. */
  public boolean hasRidges() {
    return use.slopeGrade() > 1;
  }

  /** KCXS, four decimals. */
  public BigDecimal ridgeShare() {
    return hasRidges() ? RIDGE_SHARE : BigDecimal.ZERO.setScale(4);
  }

  /** KCMJ = TBMJ x KCXS rounded to 0.01 m2. */
  public BigDecimal ridgeArea() {
    return area.multiply(ridgeShare()).setScale(2, RoundingMode.HALF_UP);
  }

  /** TBDLMJ = TBMJ - KCMJ. */
  public BigDecimal netArea() {
    return area.subtract(ridgeArea());
  }

  /** Not by a format string: every parcel of every year comes here twice. */
  private static String eightDigits(int number) {
    return Integer.toString(100_000_000 + number).substring(1);
  }

  Parcel withUse(LandUse newUse) {
    return new Parcel(number, serial, unit, site, ring, area, newUse);
  }
}
