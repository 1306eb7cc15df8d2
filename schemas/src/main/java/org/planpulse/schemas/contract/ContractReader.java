package org.planpulse.schemas.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.planpulse.schemas.SchemaException;
import org.planpulse.schemas.SchemaYaml;

/**
 * Reads an ODCS v3.1 contract. What the standard has no word for (form, file patterns, CRS, units,
 * aliases, code lists) stands under its {@code customProperties}.
 */
public final class ContractReader {

  private ContractReader() {}

  /**
   * @param path of the file, for messages
   * @throws SchemaException when the text is not a contract PlanPulse can act on
   */
  public static Contract read(String path, String text) {
    JsonNode root = SchemaYaml.tree(path, text);
    String standard = required(path, root, "apiVersion");
    if (!standard.startsWith("v3.") || !"DataContract".equals(required(path, root, "kind"))) {
      throw new SchemaException(path + " is not a DataContract of ODCS v3");
    }
    return contract(path, root);
  }

  private static Contract contract(String path, JsonNode root) {
    JsonNode custom = custom(path, root);
    Form form = form(path, custom);
    JsonNode object = root.path("schema").path(0);
    List<Column> columns = new ArrayList<>();
    object.path("properties").forEach(property -> columns.add(column(path, property)));
    return new Contract(
        required(path, root, "id"),
        required(path, root, "version"),
        required(path, root, "name"),
        required(path, custom, "nameEn"),
        required(path, custom, "department"),
        form,
        required(path, custom, "period"),
        number(custom, "due").map(Double::intValue),
        texts(custom.path("files")).stream().map(regex -> pattern(path, regex)).toList(),
        text(custom, "layer").map(regex -> pattern(path, regex)),
        text(custom, "crs"),
        extent(path, custom.path("extent")),
        form == Form.DOCUMENT ? Contract.DOCUMENTS : required(path, custom, "target"),
        constants(custom.path("constants")),
        List.copyOf(columns),
        rules(path, object.path("quality")),
        List.copyOf(texts(custom.path("neededBy"))));
  }

  /** Rules for other engines are theirs to check. */
  private static List<QualityRule> rules(String path, JsonNode quality) {
    List<QualityRule> rules = new ArrayList<>();
    for (JsonNode rule : quality) {
      if ("planpulse".equals(rule.path("engine").asText())) {
        rules.add(
            QualityRule.parse(
                path,
                required(path, rule, "id"),
                required(path, rule, "implementation"),
                required(path, rule, "severity"),
                rule.path("description").asText("")));
      }
    }
    return List.copyOf(rules);
  }

  private static Column column(String path, JsonNode property) {
    String name = required(path, property, "name");
    String place = path + ": column '" + name + "'";
    JsonNode custom = custom(place, property);
    String label = property.path("businessName").asText(name);
    List<String> aliases = new ArrayList<>();
    aliases.add(label);
    text(property, "physicalName").ifPresent(aliases::add);
    aliases.addAll(texts(custom.path("aliases")));
    JsonNode options = property.path("logicalTypeOptions");
    return new Column(
        name,
        label,
        property.path("description").asText(""),
        aliases.stream().distinct().toList(),
        property.path("logicalType").asText("string"),
        property.path("required").asBoolean(false),
        property.path("unique").asBoolean(false),
        text(custom, "unit"),
        custom.path("item").asBoolean(false),
        text(custom, "codelist"),
        text(options, "pattern").map(regex -> pattern(path, regex).pattern()),
        number(options, "minimum"),
        number(options, "maximum"),
        text(custom, "detectionLimit").map(limit -> detectionLimit(place, limit)),
        constants(custom.path("valueCodes")));
  }

  private static BigDecimal detectionLimit(String place, String text) {
    try {
      BigDecimal limit = new BigDecimal(text);
      if (limit.signum() > 0) {
        return limit;
      }
    } catch (NumberFormatException e) {
      throw noLimit(place, text, e);
    }
    throw noLimit(place, text, null);
  }

  private static SchemaException noLimit(String place, String text, Exception cause) {
    return new SchemaException(
        place + "：检出限 detectionLimit “" + text + "”不是大于 0 的数，请写成如 \"0.05\"",
        place + ": 'detectionLimit' is '" + text + "', not a number above 0 such as \"0.05\"",
        cause);
  }

  private static Form form(String path, JsonNode custom) {
    String form = required(path, custom, "form");
    return Arrays.stream(Form.values())
        .filter(value -> value.name().equals(form.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new SchemaException(path + ": unknown form '" + form + "'"));
  }

  private static Optional<Contract.Extent> extent(String path, JsonNode degrees) {
    if (degrees.isMissingNode()) {
      return Optional.empty();
    }
    if (degrees.size() != 4) {
      throw new SchemaException(path + ": 'extent' is not [west, south, east, north]");
    }
    return Optional.of(
        new Contract.Extent(
            degrees.get(0).asDouble(),
            degrees.get(1).asDouble(),
            degrees.get(2).asDouble(),
            degrees.get(3).asDouble()));
  }

  private static Pattern pattern(String path, String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new SchemaException(
          path + ": '" + regex + "' is not a regular expression: " + e.getDescription(), e);
    }
  }

  /**
   * {@code customProperties} is a list of property/value pairs; here as one object.
   *
   * @param place for messages: the file, and the column if it is one's
   */
  private static JsonNode custom(String place, JsonNode node) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (JsonNode pair : node.path("customProperties")) {
      String property = pair.path("property").asText();
      if (object.replace(property, pair.path("value")) != null) {
        throw new SchemaException(
            place + "：属性“" + property + "”写了两次，请只保留一处",
            place + ": property '" + property + "' is given twice, keep one");
      }
    }
    return object;
  }

  private static Map<String, String> constants(JsonNode node) {
    Map<String, String> constants = new LinkedHashMap<>();
    node.fields()
        .forEachRemaining(field -> constants.put(field.getKey(), field.getValue().asText()));
    return constants;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).asText(null));
  }

  private static Optional<Double> number(JsonNode node, String field) {
    return node.path(field).isNumber()
        ? Optional.of(node.path(field).asDouble())
        : Optional.empty();
  }

  private static String required(String path, JsonNode node, String field) {
    return text(node, field)
        .orElseThrow(() -> new SchemaException(path + ": '" + field + "' is missing"));
  }
}
