package org.planpulse.jobs.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.planpulse.schemas.LocalText;
import org.planpulse.schemas.codelist.UnitTable;
import org.planpulse.schemas.indicator.Indicator;

/** An {@link Explanation} for programs; {@code docs/explain.md} describes every field. */
public final class ExplanationJson {

  static final ObjectMapper JSON = new ObjectMapper();

  private ExplanationJson() {}

  /** Indented, with a line feed at the end. */
  public static String of(Explanation explanation, UnitTable units) {
    return text(tree(explanation, units));
  }

  static String text(ObjectNode tree) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
    }
  }

  private static ObjectNode tree(Explanation explanation, UnitTable units) {
    Indicator indicator = explanation.indicator();
    ObjectNode tree = figure(indicator, explanation.figure());
    tree.put("standard", indicator.standardId());
    tree.set("definition", texts(indicator.definition()));
    tree.set("reading", texts(indicator.reading()));
    if (indicator.computed()) {
      ObjectNode formula = tree.putObject("formula");
      formula.put("text", indicator.formula().strip());
      formula.put("with_numbers", explanation.formula());
      formula.put("unit", units.get(indicator.unit()).si());
      formula.put("divided_by", units.get(indicator.unit()).toSi());
    } else {
      tree.set("not_computed", texts(indicator.notComputable()));
    }
    ArrayNode inputs = tree.putArray("inputs");
    explanation.inputs().forEach(input -> inputs.add(input(input)));
    ArrayNode checks = tree.putArray("checks");
    explanation.checks().forEach(check -> checks.add(check(check)));
    ObjectNode program = tree.putObject("program");
    program.put("run_id", explanation.program().runId());
    program.put("version", explanation.program().version().orElse(null));
    return tree;
  }

  static ObjectNode figure(Indicator indicator, Figure figure) {
    ObjectNode node = JSON.createObjectNode();
    node.put("indicator", indicator.code());
    node.set("name", texts(indicator.name()));
    node.put("region", figure.region());
    node.put("year", figure.year());
    node.put("value", figure.value());
    node.put("unit", figure.unit());
    node.put("decimals", indicator.decimals());
    node.put("status", figure.status());
    node.put("target", figure.target());
    node.put("level", figure.level());
    node.put("reason", figure.reason());
    node.put("known_from", figure.knownFrom().toString());
    return node;
  }

  private static ObjectNode input(Explanation.Input input) {
    ObjectNode node = JSON.createObjectNode();
    node.put("input", input.value().name());
    node.set("name", texts(input.name()));
    node.setAll(value(input.value(), input.sources()));
    return node;
  }

  static ObjectNode value(Figure.Input value, List<Source> sources) {
    ObjectNode node = JSON.createObjectNode();
    node.put("year", value.year());
    node.put("value", value.value());
    node.put("unit", value.unit());
    node.put("status", value.status());
    node.put("table", value.table());
    node.put("rows", value.rows());
    node.put("known_from", value.knownFrom().toString());
    ArrayNode places = node.putArray("sources");
    sources.forEach(source -> places.add(source(source)));
    return node;
  }

  private static ObjectNode source(Source source) {
    Source.File file = source.file();
    ObjectNode node = JSON.createObjectNode();
    node.put("file", file.path());
    place(node, source);
    node.put("department", file.department());
    node.put("received_on", file.receivedOn().toString());
    node.put("contract", file.contract());
    node.put("contract_version", file.contractVersion());
    node.put("rows_in", file.rowsIn());
    node.put("rows_loaded", file.rowsLoaded());
    node.put("rows_quarantined", file.rowsQuarantined());
    return node;
  }

  private static void place(ObjectNode node, Source source) {
    List<String> place = source.place();
    if (source instanceof Source.Cell cell) {
      node.put("kind", "cell");
      node.put("sheet", place.get(0));
      node.put("cell", place.get(1));
      node.put("text", cell.text());
      node.put("number", cell.value());
      node.put("unit", cell.unit());
      node.put("times", cell.factor());
      node.put("correction", cell.correction().isEmpty() ? null : cell.correction());
    } else if (source instanceof Source.Rows rows) {
      node.put("kind", rows.kind().name().toLowerCase(Locale.ROOT));
      node.put(rows.kind() == Source.Kind.LINE ? "sheet" : "layer", place.get(0));
      if (place.size() > 1) {
        node.put("feature", place.get(1));
      }
      node.put("count", rows.count());
      node.put("area_m2", rows.areaM2());
    }
  }

  private static ObjectNode check(Explanation.Check check) {
    ObjectNode node = JSON.createObjectNode();
    node.put("check", check.kind().name().toLowerCase(Locale.ROOT));
    node.put("passed", check.passed());
    new TreeMap<>(check.numbers()).forEach(node::put);
    return node;
  }

  static ObjectNode texts(LocalText text) {
    if (text == null) {
      return null;
    }
    ObjectNode node = JSON.createObjectNode();
    node.put("zh", text.zh());
    node.put("en", text.en());
    return node;
  }
}
