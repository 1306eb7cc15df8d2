package org.planpulse.jobs.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A {@link Change} for programs; {@code docs/explain.md} describes every field. */
public final class ChangeJson {

  private ChangeJson() {}

  /** Indented, with a line feed at the end. */
  public static String of(Change change) {
    ObjectNode tree = ExplanationJson.JSON.createObjectNode();
    tree.set("before", ExplanationJson.figure(change.indicator(), change.before()));
    tree.set("after", ExplanationJson.figure(change.indicator(), change.after()));
    tree.put("difference", change.difference());
    tree.put("exact", change.exact());
    ArrayNode parts = tree.putArray("parts");
    change.parts().forEach(part -> parts.add(part(part)));
    ArrayNode moves = tree.putArray("inputs");
    change.moves().forEach(move -> moves.add(move(move)));
    return ExplanationJson.text(tree);
  }

  private static ObjectNode part(Change.Part part) {
    ObjectNode node = ExplanationJson.JSON.createObjectNode();
    node.put("input", part.input().isEmpty() ? null : part.input());
    node.put("cause", part.cause().id());
    node.set("name", ExplanationJson.texts(part.cause().name()));
    node.put("size", part.printed());
    node.put("exact", part.exact().doubleValue());
    return node;
  }

  private static ObjectNode move(Change.Move move) {
    ObjectNode node = ExplanationJson.JSON.createObjectNode();
    node.put("input", move.input());
    node.set("name", ExplanationJson.texts(move.name()));
    node.set(
        "before",
        move.before() == null ? null : ExplanationJson.value(move.before(), move.sourcesBefore()));
    node.set(
        "after",
        move.after() == null ? null : ExplanationJson.value(move.after(), move.sourcesAfter()));
    return node;
  }
}
