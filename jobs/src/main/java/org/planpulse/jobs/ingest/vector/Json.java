package org.planpulse.jobs.ingest.vector;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Reading and writing of JSON. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static DamagedContent damaged(JsonProcessingException e) {
    JsonLocation place = e.getLocation();
    return new DamagedContent(place == null ? 1 : place.getLineNr(), e);
  }

  /** Fields of a quarantined feature. */
  static String write(Map<String, String> fields) {
    try {
      return MAPPER.writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of strings always has a JSON form", e);
    }
  }
}
