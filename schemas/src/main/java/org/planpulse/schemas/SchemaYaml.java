package org.planpulse.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the YAML of schema files. Strict, because people write them: an unknown, repeated or
 * forgotten key is a slip of the pen and must not pass silently.
 */
public final class SchemaYaml {

  private static final ObjectMapper YAML =
      strict(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

  /** For what the build has parsed. */
  private static final ObjectMapper JSON = strict(new JsonFactory());

  private SchemaYaml() {}

  /**
   * @param path of the file, for messages
   * @throws SchemaException naming file and line, when the text is not a {@code type}
   */
  public static <T> T read(String path, String text, TypeReference<T> type) {
    try {
      Optional<String> json = SchemaFiles.packed().jsonOf(text);
      return json.isPresent() ? JSON.readValue(json.get(), type) : YAML.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw unreadable(path, e);
    }
  }

  /** As {@link #read}, for a document whose shape the caller walks itself. */
  public static JsonNode tree(String path, String text) {
    try {
      Optional<String> json = SchemaFiles.packed().jsonOf(text);
      return json.isPresent() ? JSON.readTree(json.get()) : YAML.readTree(text);
    } catch (JsonProcessingException e) {
      throw unreadable(path, e);
    }
  }

  static JsonParser parser(String text) throws IOException {
    return YAML.createParser(text);
  }

  private static ObjectMapper strict(JsonFactory format) {
    return new ObjectMapper(format)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .setAnnotationIntrospector(new RequiredComponents());
  }

  private static SchemaException unreadable(String path, JsonProcessingException cause) {
    JsonLocation location = cause.getLocation();
    String line = location == null ? "" : ", line " + location.getLineNr();
    String zhLine = location == null ? "" : " 第 " + location.getLineNr() + " 行";
    for (Throwable fault = cause; fault != null; fault = fault.getCause()) {
      if (fault instanceof SchemaException told) {
        return new SchemaException(
            path + zhLine + "：" + told.message(Language.ZH),
            path + line + ": " + told.getMessage(),
            cause);
      }
    }
    return new SchemaException(
        path + zhLine + "写法有误，请对照文件开头的说明改正：" + cause.getOriginalMessage(),
        path + line + ": " + cause.getOriginalMessage(),
        cause);
  }

  private static final class RequiredComponents extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return member instanceof AnnotatedParameter && !member.hasAnnotation(MayBeAbsent.class);
    }
  }
}
