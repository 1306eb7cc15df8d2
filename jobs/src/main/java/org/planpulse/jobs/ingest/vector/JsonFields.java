package org.planpulse.jobs.ingest.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The properties of a JSON feature as texts. */
final class JsonFields {

  private JsonFields() {}

  /** Numbers in plain decimals, objects as JSON; nulls and blanks are absent. */
  static void read(JsonNode properties, Map<String, String> fields) {
    properties
        .fields()
        .forEachRemaining(
            field -> {
              String text = text(field.getValue());
              if (!text.isEmpty()) {
                fields.put(field.getKey(), text);
              }
            });
  }

  private static String text(JsonNode value) {
    if (value.isNumber() && Double.isFinite(value.doubleValue())) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isNull() ? "" : value.isValueNode() ? value.asText().strip() : value.toString();
  }
}
