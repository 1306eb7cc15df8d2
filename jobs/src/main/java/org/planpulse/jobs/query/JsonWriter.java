package org.planpulse.jobs.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON array with one object per row, one line each. Missing values are null. */
public final class JsonWriter implements ResultWriter {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void write(QueryResult result, Appendable out) throws IOException {
    out.append("[");
    String separator = "\n";
    for (List<Object> row : result.rows()) {
      out.append(separator).append(JSON.writeValueAsString(object(result, row)));
      separator = ",\n";
    }
    out.append("\n]\n");
  }

  private static Map<String, Object> object(QueryResult result, List<Object> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      object.put(result.columns().get(i).name(), value(row.get(i)));
    }
    return object;
  }

  private static Object value(Object value) {
    if (value instanceof List<?> list) {
      List<Object> values = new ArrayList<>();
      list.forEach(item -> values.add(value(item)));
      return values;
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> values = new LinkedHashMap<>();
      map.forEach((key, item) -> values.put(key, value(item)));
      return values;
    }
    return isNative(value) ? value : CellText.of(value);
  }

  /** What JSON can say itself; it has no infinity and no NaN. */
  private static boolean isNative(Object value) {
    if (value instanceof Double number) {
      return Double.isFinite(number);
    }
    return value == null || value instanceof Boolean || value instanceof Number;
  }
}
