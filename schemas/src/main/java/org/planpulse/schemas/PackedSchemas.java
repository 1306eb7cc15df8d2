package org.planpulse.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The packaged schema files in one: their texts, and what the YAML of each says as JSON. To parse
 * hundreds of files of YAML takes a second of each start, so the build does it, see {@link
 * SchemaPacker}.
 *
 * @param texts by relative path
 * @param json by text: what a text says does not depend on where it stands
 */
record PackedSchemas(SortedMap<String, String> texts, Map<String, String> json) {

  /** Beside the files themselves. */
  static final String NAME = "packed.json";

  /** Of a class path of folders: there files change while the program is being written. */
  static final PackedSchemas NONE = new PackedSchemas(new TreeMap<>(), Map.of());

  /** Members of each file's object. */
  static final String TEXT = "text";

  static final String JSON = "json";

  static PackedSchemas at(URL file) {
    try (InputStream in = file.openStream()) {
      return of(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packaged schema files", e);
    }
  }

  static PackedSchemas of(JsonNode files) {
    SortedMap<String, String> texts = new TreeMap<>();
    Map<String, String> json = new HashMap<>();
    files
        .fields()
        .forEachRemaining(
            file -> {
              String text = file.getValue().get(TEXT).textValue();
              texts.put(file.getKey(), text);
              if (file.getValue().has(JSON)) {
                json.put(text, file.getValue().get(JSON).textValue());
              }
            });
    return new PackedSchemas(texts, json);
  }

  boolean isEmpty() {
    return texts.isEmpty();
  }

  /** What a text says as JSON; empty when the build did not see it. */
  Optional<String> jsonOf(String text) {
    return Optional.ofNullable(json.get(text));
  }
}
