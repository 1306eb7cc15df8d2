package org.planpulse.jobs.query;

import java.sql.Array;
import java.sql.Blob;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plain Java values for those of DuckDB's driver. */
final class DuckValues {

  private DuckValues() {}

  static Object plain(Object value) throws SQLException {
    if (value instanceof Blob blob) {
      return blob.getBytes(1, (int) blob.length());
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    if (value instanceof Timestamp timestamp) {
      return timestamp.toLocalDateTime();
    }
    if (value instanceof Array array) {
      return list((Object[]) array.getArray());
    }
    if (value instanceof Struct struct) {
      return list(struct.getAttributes());
    }
    if (value instanceof Map<?, ?> map) {
      return sorted(map);
    }
    return value;
  }

  private static List<Object> list(Object[] values) throws SQLException {
    List<Object> plain = new ArrayList<>();
    for (Object value : values) {
      plain.add(plain(value));
    }
    return plain;
  }

  /** By key, as the driver's order is that of a hash table. */
  private static Map<String, Object> sorted(Map<?, ?> map) throws SQLException {
    Map<String, Object> plain = new TreeMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      plain.put(String.valueOf(entry.getKey()), plain(entry.getValue()));
    }
    return plain;
  }
}
