package org.planpulse.jobs.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.MapFigure;
import org.planpulse.reports.model.MapFigure.Layer;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.codelist.LandLevel1;
import org.planpulse.schemas.codelist.ZoneLayer;
import org.planpulse.schemas.plan.Plan;

/** The maps of the report, drawn from the warehouse's own geometry. */
final class MapFigures {

  /** Detail below this is invisible on a page: a city of 90 km on 17 cm is about 500 m a mm. */
  private static final double SIMPLIFY_M = 60;

  private static final String UNIT_LINE = "#6b7280";

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final GoldReader gold;
  private final PlaneShapes shapes;

  MapFigures(
      Schemas schemas,
      Plan plan,
      int year,
      Sentences sentences,
      GoldReader gold,
      PlaneShapes shapes) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.gold = gold;
    this.shapes = shapes;
  }

  MapFigure controlLines() {
    List<Layer> layers = new ArrayList<>(zoneLayers(0.45));
    layers.add(units());
    return figure("control", "map.control", "map.source.zones", layers);
  }

  MapFigure violations() {
    List<Layer> layers = new ArrayList<>(zoneLayers(0.18));
    List<Geometry> found =
        shapes.read(
            gold.rows(
                "SELECT geometry FROM gold.line_violation WHERE year = %d AND area_m2 IS NOT NULL AND %s"
                    .formatted(year, RuleFindings.present(schemas))));
    layers.add(units());
    layers.add(
        new Layer(
            sentences.say("map.findings"),
            found,
            "#d90429",
            0.9,
            "#d90429",
            1.6,
            false,
            List.of()));
    return figure("violations", "map.violation", "map.source.zones", layers);
  }

  MapFigure landUse() {
    Map<String, List<Geometry>> byLevel = new LinkedHashMap<>();
    schemas.landLevel1().keySet().forEach(code -> byLevel.put(code, new ArrayList<>()));
    for (GoldRow row :
        gold.rows("SELECT dlbm, geometry FROM silver.land_parcel WHERE year = " + year)) {
      byLevel
          .get(schemas.landClasses().get(row.text("dlbm")).level1())
          .add(shapes.read(row.bytes("geometry")));
    }
    List<Layer> layers = new ArrayList<>();
    byLevel.forEach(
        (code, parts) -> {
          if (!parts.isEmpty()) {
            LandLevel1 level = schemas.landLevel1().get(code);
            layers.add(
                new Layer(
                    level.name().in(sentences.language()),
                    List.of(CoverageUnion.union(parts.toArray(Geometry[]::new))),
                    level.colour(),
                    1,
                    "",
                    0,
                    false,
                    List.of()));
          }
        });
    layers.add(units());
    return figure("land-use", "map.land", "map.source.parcels", layers);
  }

  private MapFigure figure(String id, String key, String source, List<Layer> layers) {
    return new MapFigure(
        id,
        sentences.say(
            key + ".title", "city", plan.city().name().in(sentences.language()), "year", year),
        sentences.say(key + ".caption"),
        sentences.say("map.projection", "meridian", shapes.centralMeridian()),
        sentences.say(source, "year", year),
        layers);
  }

  private List<Layer> zoneLayers(double opacity) {
    List<Layer> layers = new ArrayList<>();
    for (ZoneLayer layer : schemas.zoneLayers().values()) {
      List<Geometry> zones =
          shapes
              .read(
                  gold.rows(
                      "SELECT geometry FROM silver.control_zone WHERE zone_layer = '%s'"
                          .formatted(layer.id())))
              .stream()
              .map(zone -> TopologyPreservingSimplifier.simplify(zone, SIMPLIFY_M))
              .toList();
      if (!zones.isEmpty()) {
        layers.add(
            new Layer(
                layer.name().in(sentences.language()),
                zones,
                layer.colour(),
                opacity,
                layer.colour(),
                0.9,
                false,
                List.of()));
      }
    }
    Collections.reverse(layers);
    return layers;
  }

  private Layer units() {
    List<GoldRow> rows =
        gold.rows(
            """
            SELECT name, geometry FROM %s WHERE level = 'village'
            ORDER BY region_code
            """
                .formatted(AdminUnits.in(year)));
    return new Layer(
        sentences.say("map.units"),
        shapes.read(rows),
        "",
        0,
        UNIT_LINE,
        0.6,
        true,
        rows.stream().map(row -> row.text("name")).toList());
  }
}
