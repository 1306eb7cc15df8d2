package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import org.planpulse.schemas.codelist.Unit;
import org.planpulse.schemas.contract.Column;

/**
 * One figure of one delivery: an item of a region in a year.
 *
 * @param column of the contract: the item
 * @param value in {@code unit}; null when missing
 * @param half half of the last digit printed, in {@code unit}
 */
record Statistic(
    String region,
    Column column,
    int year,
    BigDecimal value,
    Unit unit,
    BigDecimal half,
    ValueStatus status,
    Cell cell) {

  /** What the figure is about, whoever printed it. */
  record Key(String region, String item, int year) {}

  String item() {
    return column.name();
  }

  Key key() {
    return new Key(region, item(), year);
  }

  /** Null when missing. */
  BigDecimal siValue() {
    return value == null ? null : value.multiply(unit.toSi());
  }

  /** Half of the last digit printed, in the SI unit. */
  BigDecimal siHalf() {
    return half.multiply(unit.toSi());
  }

  Statistic with(ValueStatus other) {
    return new Statistic(region, column, year, value, unit, half, other, cell);
  }

  /** Whether both stand in one cell, or as one item of a line. */
  boolean isOfSamePlace(Statistic other) {
    return cell.file().id().equals(other.cell.file().id())
        && cell.sourceId().equals(other.cell.sourceId());
  }

  /** Whether both could be roundings of the same figure. */
  boolean agreesWith(Statistic other) {
    return siValue().subtract(other.siValue()).abs().compareTo(siHalf().max(other.siHalf())) <= 0;
  }
}
