package org.planpulse.jobs.conform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.planpulse.jobs.geometry.AreaBalance;

/**
 * Gives the parcels of a unit and year their adjusted areas; deducted and net areas follow. Runs on
 * Spark's workers, with one unit at a time in memory.
 *
 * @param controls control areas in 0.01 m² by {@link #key}; units without one stay as they are
 */
record AdjustedUnit(Map<String, Long> controls) implements FlatMapGroupsFunction<String, Row, Row> {

  static String key(Row parcel) {
    return parcel.<Integer>getAs("year") + "|" + parcel.<String>getAs("region_code");
  }

  @Override
  public Iterator<Row> call(String unit, Iterator<Row> parcels) {
    Long control = controls.get(unit);
    if (control == null) {
      return parcels;
    }
    List<Row> rows = new ArrayList<>();
    parcels.forEachRemaining(rows::add);
    long[] areas =
        rows.stream()
            .mapToLong(row -> row.<BigDecimal>getAs("area_m2").movePointRight(2).longValueExact())
            .toArray();
    long[] adjusted = AreaBalance.adjust(areas, control).orElseThrow();
    for (int i = 0; i < adjusted.length; i++) {
      rows.set(i, adjusted(rows.get(i), adjusted[i], adjusted[i] - areas[i]));
    }
    return rows.iterator();
  }

  private static Row adjusted(Row row, long hundredths, long adjustment) {
    BigDecimal area = BigDecimal.valueOf(hundredths, 2);
    BigDecimal deducted = ParcelRule.deducted(area, row.getAs("deducted_share"));
    Object[] values = new Object[row.size()];
    Arrays.setAll(values, row::get);
    values[row.fieldIndex("area_m2")] = area;
    values[row.fieldIndex("adjustment_m2")] = BigDecimal.valueOf(adjustment, 2);
    values[row.fieldIndex("deducted_m2")] = deducted;
    values[row.fieldIndex("net_area_m2")] = area.subtract(deducted);
    return RowFactory.create(values);
  }
}
