package org.planpulse.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes {@link PackedSchemas}; a step of the build. */
public final class SchemaPacker {

  /** YAML knows more ways to write a number; the digits of these are the same in both. */
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

  private static final JsonFactory JSON = new JsonFactory();

  private SchemaPacker() {}

  /**
   * @param arguments the folder of the schema files
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.writeString(folder.resolve(PackedSchemas.NAME), packed(SchemaFiles.below(folder)));
  }

  static String packed(SchemaFiles files) throws IOException {
    StringWriter packed = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(packed)) {
      generator.writeStartObject();
      for (Map.Entry<String, String> file : files.contents().entrySet()) {
        generator.writeObjectFieldStart(file.getKey());
        generator.writeStringField(PackedSchemas.TEXT, file.getValue());
        if (file.getKey().endsWith(".yaml")) {
          generator.writeStringField(PackedSchemas.JSON, json(file.getKey(), file.getValue()));
        }
        generator.writeEndObject();
      }
      generator.writeEndObject();
    }
    return packed.toString();
  }

  /** Token by token, so that the digits of each number stay as they were written. */
  private static String json(String path, String yaml) throws IOException {
    StringWriter json = new StringWriter();
    try (JsonParser parser = SchemaYaml.parser(yaml);
        JsonGenerator generator = JSON.createGenerator(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isNumeric()) {
          generator.writeNumber(number(path, parser));
        } else {
          generator.copyCurrentEvent(parser);
        }
      }
    }
    return json.toString();
  }

  private static String number(String path, JsonParser parser) throws IOException {
    String number = parser.getText();
    if (!NUMBER.matcher(number).matches()) {
      String line = String.valueOf(parser.currentTokenLocation().getLineNr());
      throw new SchemaException(
          path + " 第 " + line + " 行：数“" + number + "”请写成普通小数；编码请加引号",
          path + ", line " + line + ": write " + number + " as a plain decimal; quote a code");
    }
    return number;
  }
}
