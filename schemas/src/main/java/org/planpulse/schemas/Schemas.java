package org.planpulse.schemas;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.planpulse.schemas.codelist.Department;
import org.planpulse.schemas.codelist.Dimension;
import org.planpulse.schemas.codelist.IssueKind;
import org.planpulse.schemas.codelist.LandClass;
import org.planpulse.schemas.codelist.LandGroup;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.codelist.WarningRules;
import org.planpulse.schemas.codelist.ZoneLayer;
import org.planpulse.schemas.contract.Contract;
import org.planpulse.schemas.contract.ContractReader;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/**
 * Everything the program knows as data, read and checked once.
 *
 * @param warehouse DDL text by table name, e.g. {@code silver.statistic}
 */
public record Schemas(
    List<Contract> contracts,
    List<Indicator> indicators,
    Map<String, Plan> plans,
    Map<String, String> warehouse,
    Map<String, LandClass> landClasses,
    Map<String, LandGroup> landGroups,
    Map<String, Department> departments,
    Map<String, Dimension> dimensions,
    Map<String, ZoneLayer> zoneLayers,
    Map<String, LineRule> lineRules,
    Map<String, IssueKind> issueKinds,
    Map<String, LocalText> standards,
    Map<String, LocalText> sentences,
    UnitTable units,
    WarningRules warningRules) {

  private static final ObjectMapper YAML =
      new ObjectMapper(new YAMLFactory())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /**
   * Reads every schema file.
   *
   * @throws SchemaException naming the file, when one does not parse or refers to something unknown
   */
  public static Schemas load(SchemaFiles files) {
    Schemas schemas =
        new Schemas(
            files.in("contracts").entrySet().stream()
                .map(file -> ContractReader.read(file.getKey(), file.getValue()))
                .toList(),
            readEach(files, "indicators", Indicator.class),
            index(readEach(files, "plans", Plan.class), Plan::id),
            ddl(files),
            list(files, "codelists/land_classes.yaml", new TypeReference<>() {}, LandClass::code),
            list(files, "codelists/land_groups.yaml", new TypeReference<>() {}, LandGroup::id),
            list(files, "codelists/departments.yaml", new TypeReference<>() {}, Department::key),
            list(files, "codelists/dimensions.yaml", new TypeReference<>() {}, Dimension::key),
            list(files, "codelists/zone_layers.yaml", new TypeReference<>() {}, ZoneLayer::id),
            list(files, "codelists/line_rules.yaml", new TypeReference<>() {}, LineRule::id),
            issueKinds(files),
            parse(files, "codelists/standards.yaml", new TypeReference<>() {}),
            parse(files, "codelists/sentences.yaml", new TypeReference<>() {}),
            new UnitTable(parse(files, "codelists/units.yaml", new TypeReference<>() {})),
            parse(files, "codelists/warning_levels.yaml", new TypeReference<>() {}));
    new SchemaCheck(schemas).run();
    return schemas;
  }

  private static <T> List<T> readEach(SchemaFiles files, String folder, Class<T> type) {
    List<T> values = new ArrayList<>();
    for (Map.Entry<String, String> file : files.in(folder).entrySet()) {
      try {
        values.add(YAML.readValue(file.getValue(), type));
      } catch (JsonProcessingException e) {
        throw unreadable(file.getKey(), e);
      }
    }
    return List.copyOf(values);
  }

  private static Map<String, IssueKind> issueKinds(SchemaFiles files) {
    List<IssueKind> kinds = new ArrayList<>();
    for (String path : files.in("codelists/issues").keySet()) {
      kinds.addAll(parse(files, path, new TypeReference<List<IssueKind>>() {}));
    }
    return index(kinds, IssueKind::code);
  }

  private static <T> Map<String, T> list(
      SchemaFiles files, String path, TypeReference<List<T>> type, Function<T, String> key) {
    return index(parse(files, path, type), key);
  }

  private static <T> T parse(SchemaFiles files, String path, TypeReference<T> type) {
    try {
      return YAML.readValue(files.text(path), type);
    } catch (JsonProcessingException e) {
      throw unreadable(path, e);
    }
  }

  private static <T> Map<String, T> index(List<T> values, Function<T, String> key) {
    Map<String, T> byKey = new LinkedHashMap<>();
    Set<String> twice = new HashSet<>();
    for (T value : values) {
      if (byKey.put(key.apply(value), value) != null) {
        twice.add(key.apply(value));
      }
    }
    if (!twice.isEmpty()) {
      throw new SchemaException("defined twice: " + twice);
    }
    return byKey;
  }

  private static Map<String, String> ddl(SchemaFiles files) {
    Map<String, String> byTable = new LinkedHashMap<>();
    files
        .in("warehouse")
        .forEach(
            (path, text) ->
                byTable.put(
                    path.substring("warehouse/".length()).replaceFirst("\\.sql$", ""), text));
    return byTable;
  }

  private static SchemaException unreadable(String path, JsonProcessingException cause) {
    return new SchemaException(
        "schema file " + path + " does not read: " + cause.getOriginalMessage(), cause);
  }
}
