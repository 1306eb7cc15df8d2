package org.planpulse.jobs.publish;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Reads rows of the warehouse for the report. */
interface GoldReader {

  List<GoldRow> rows(String sql);

  /** A row by column name. */
  record GoldRow(Map<String, Object> values) {

    String text(String column) {
      Object value = values.get(column);
      return value == null ? null : value.toString();
    }

    Double number(String column) {
      Object value = values.get(column);
      if (value instanceof BigDecimal decimal) {
        return decimal.doubleValue();
      }
      return value == null ? null : ((Number) value).doubleValue();
    }

    /** As stored, so that cents of a square metre survive sums; zero for none. */
    BigDecimal exact(String column) {
      Object value = values.get(column);
      if (value instanceof BigDecimal decimal) {
        return decimal;
      }
      return value == null ? BigDecimal.ZERO : new BigDecimal(value.toString());
    }

    double amount(String column) {
      Double value = number(column);
      return value == null ? 0 : value;
    }

    int whole(String column) {
      return ((Number) values.get(column)).intValue();
    }

    long count(String column) {
      Object value = values.get(column);
      return value == null ? 0 : ((Number) value).longValue();
    }

    byte[] bytes(String column) {
      return (byte[]) values.get(column);
    }
  }
}
