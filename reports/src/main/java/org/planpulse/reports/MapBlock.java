package org.planpulse.reports;

import java.util.List;
import java.util.Map;
import org.planpulse.reports.AnnualChapters.Place;
import org.planpulse.reports.drawing.MapDrawing;
import org.planpulse.reports.layout.Block;
import org.planpulse.reports.model.MapFigure;

/** A map across the page with its numbered caption. */
final class MapBlock {
  private MapBlock() {}

  static Block of(MapFigure map, int year, Place place) {
    return new Block(
        "map",
        Map.of(
            "MAP", new MapDrawing(map, place.wording()),
            "CAPTION", place.captions().figure("map.caption", map.caption(), year)),
        List.of());
  }
}
