package org.planpulse.reports.part;

import java.util.List;
import java.util.stream.Stream;
import org.planpulse.reports.document.Block;
import org.planpulse.reports.document.Figure;
import org.planpulse.reports.drawing.MapDrawing;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;

/** The maps a report names. */
final class MapParts {
  private MapParts() {}

  static List<Block> wide(Scope scope) {
    return maps(scope, Figure.Size.MAP);
  }

  static List<Block> small(Scope scope) {
    return maps(scope, Figure.Size.SMALL_MAP);
  }

  private static List<Block> maps(Scope scope, Figure.Size size) {
    List<String> keys = scope.required(scope.asked().maps(), "地图名称", "the names of maps");
    return keys.stream().map(key -> (Block) figure(map(key, scope), scope, size)).toList();
  }

  private static MapFigure map(String key, Scope scope) {
    return scope.checkup().maps().stream()
        .filter(map -> map.key().equals(key))
        .filter(map -> map.layers().stream().anyMatch(layer -> !layer.shapes().isEmpty()))
        .findFirst()
        .orElseThrow(() -> scope.lacks("地图 " + key, "the map " + key));
  }

  private static Figure figure(MapFigure map, Scope scope, Figure.Size size) {
    List<String> legend =
        map.layers().stream().map(Layer::label).filter(label -> !label.isEmpty()).toList();
    return new Figure(
        scope.figure("map.caption", map.caption(), scope.year()),
        map.source().isEmpty() ? "" : scope.text("dimension.source", map.source()),
        Stream.of(map.title(), scope.sentences().join(legend))
            .reduce((title, layers) -> scope.text("map.alternative", title, layers))
            .orElseThrow(),
        new MapDrawing(map, scope.wording()),
        size);
  }
}
