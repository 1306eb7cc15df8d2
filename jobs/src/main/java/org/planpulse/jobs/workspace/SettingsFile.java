package org.planpulse.jobs.workspace;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.planpulse.jobs.run.OperatorError;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The values of a settings file by {@link SettingKey} path. Reading stops at the first fault, named
 * with its line.
 */
final class SettingsFile {

  private final Map<String, String> values = new LinkedHashMap<>();

  private SettingsFile() {}

  static SettingsFile parse(String yaml) {
    SettingsFile file = new SettingsFile();
    Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      throw fault(lineOf(e), "不是有效的 YAML：" + e.getProblem(), "not valid YAML: " + e.getProblem());
    }
    if (root != null) {
      file.readSection("", root);
    }
    file.checkComplete();
    return file;
  }

  /** The value of a key, or its standard value. */
  String get(String path) {
    return Optional.ofNullable(values.get(path))
        .orElseGet(() -> key(path).orElseThrow().standard().orElseThrow());
  }

  /** The entries of a section whose names are free, by name. */
  Map<String, String> section(String name) {
    Map<String, String> entries = new LinkedHashMap<>();
    String prefix = name + ".";
    values.forEach(
        (path, value) -> {
          if (path.startsWith(prefix)) {
            entries.put(path.substring(prefix.length()), value);
          }
        });
    return entries;
  }

  private void readSection(String prefix, Node node) {
    if (isEmpty(node)) {
      return;
    }
    if (!(node instanceof MappingNode mapping)) {
      throw fault(line(node), "应为“键: 值”的形式", "expected lines of the form \"key: value\"");
    }
    for (NodeTuple entry : mapping.getValue()) {
      String path = prefix + ((ScalarNode) entry.getKeyNode()).getValue();
      if (isSection(path)) {
        readSection(path + ".", entry.getValueNode());
      } else {
        readValue(path, entry);
      }
    }
  }

  private void readValue(String path, NodeTuple entry) {
    int line = line(entry.getKeyNode());
    SettingKey key = key(path).orElseThrow(() -> unknown(path, line));
    if (!(entry.getValueNode() instanceof ScalarNode scalar)
        || !key.type().accepts().test(textOf(scalar))) {
      String written =
          entry.getValueNode() instanceof ScalarNode scalar ? "“" + scalar.getValue() + "”" : "多个值";
      String writtenEn =
          entry.getValueNode() instanceof ScalarNode scalar
              ? "'" + scalar.getValue() + "'"
              : "several values";
      throw fault(
          line,
          path + " 不能是" + written + "，应为：" + key.type().allowed().zh(),
          path + " cannot be " + writtenEn + "; allowed is " + key.type().allowed().en());
    }
    if (values.put(path, textOf(scalar)) != null) {
      throw fault(line, path + " 出现了两次", path + " is given twice");
    }
  }

  private void checkComplete() {
    for (SettingKey key : SettingKey.ALL) {
      if (key.standard().isEmpty() && !values.containsKey(key.path())) {
        throw new OperatorError(
            "planpulse.yaml 缺少 " + key.path() + "（" + key.meaning().zh() + "）。请补上。",
            "planpulse.yaml lacks " + key.path() + " (" + key.meaning().en() + "). Add it.");
      }
    }
  }

  /** {@code key:} without a value is the empty text, as is {@code ""}. */
  private static String textOf(ScalarNode scalar) {
    return Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
  }

  private static boolean isEmpty(Node node) {
    return node instanceof ScalarNode scalar && textOf(scalar).isEmpty();
  }

  private static boolean isSection(String path) {
    return SettingKey.ALL.stream().anyMatch(key -> key.path().startsWith(path + "."));
  }

  private static Optional<SettingKey> key(String path) {
    return SettingKey.ALL.stream().filter(key -> key.matches(path)).findFirst();
  }

  private static OperatorError unknown(String path, int line) {
    List<String> names =
        SettingKey.ALL.stream().filter(key -> !key.anyName()).map(SettingKey::path).toList();
    Optional<String> nearest = Spelling.nearest(path, names);
    return fault(
        line,
        "没有 " + path + " 这个键" + nearest.map(name -> "，是否应为 " + name + "？").orElse(""),
        "unknown key " + path + nearest.map(name -> "; did you mean " + name + "?").orElse(""));
  }

  private static OperatorError fault(int line, String zh, String en) {
    return new OperatorError(
        "planpulse.yaml 第 " + line + " 行：" + zh + "。全部键见 docs/settings.md。",
        "planpulse.yaml, line " + line + ": " + en + ". All keys: docs/settings.md.");
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static int lineOf(MarkedYAMLException fault) {
    return fault.getProblemMark() == null ? 1 : fault.getProblemMark().getLine() + 1;
  }
}
