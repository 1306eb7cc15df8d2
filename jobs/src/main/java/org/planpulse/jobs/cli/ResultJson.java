package org.planpulse.jobs.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.planpulse.jobs.query.QueryResult;

/** Rows as a JSON array of objects; dates in ISO form, bytes as hexadecimal digits. */
final class ResultJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  String of(QueryResult result) {
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsString(result.rows().stream().map(row -> object(result, row)).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result does not write as JSON", e);
    }
  }

  private static Map<String, Object> object(QueryResult result, List<Object> row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      object.put(result.columns().get(i).name(), plain(row.get(i)));
    }
    return object;
  }

  private static Object plain(Object value) {
    if (value instanceof byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
    return value instanceof Temporal ? value.toString() : value;
  }
}
