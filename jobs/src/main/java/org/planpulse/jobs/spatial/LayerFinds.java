package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.planpulse.jobs.spatial.RuleYears.Span;
import org.planpulse.schemas.codelist.InsideRule;
import org.planpulse.schemas.codelist.LayerRule;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.RuleLayer;

/**
 * What rules between two layers find: land both hold, land only one holds, points and lines of the
 * one inside the other. Layers meet once for all years in which the same deliveries stand.
 *
 * <p>A polygon is placed in the smallest administrative unit that covers all of it.
 */
final class LayerFinds {

  private static final StructType SPAN =
      StructType.fromDDL(
          "rule_id STRING, kind STRING, span INT, one_layer STRING, other_layer STRING,"
              + " one_edition INT, other_edition INT, years ARRAY<INT>,"
              + " smallest_hundredths DECIMAL(20,2)");

  private LayerFinds() {}

  /**
   * Results in between are kept, since Spark would plan what many layers need over and over.
   *
   * <p>Reads the views parcel, control_zone, land_group, theme_feature, register_entry and
   * admin_unit; leaves layer_part, what was found of any size.
   *
   * @param rules between two layers
   * @return whether any of them can be checked in any year
   */
  static boolean find(SparkSession spark, List<LineRule> rules, RuleYears years) {
    RuleFeatures features = new RuleFeatures(spark);
    List<Row> spans = new ArrayList<>();
    for (LineRule rule : rules) {
      RuleLayer one = one(rule);
      RuleLayer other = other(rule);
      features.add(rule.id(), "one", one).add(rule.id(), "other", other);
      for (Span span : years.spans(rule)) {
        spans.add(row(rule, spans.size(), one, other, span));
      }
    }
    if (spans.isEmpty()) {
      return false;
    }
    spark.createDataFrame(spans, SPAN).createOrReplaceTempView("rule_span");
    features.all().createOrReplaceTempView("rule_feature");
    placed(spark).localCheckpoint().createOrReplaceTempView("placed_feature");
    pairs(spark).localCheckpoint().createOrReplaceTempView("layer_pair");
    parts(spark).localCheckpoint().createOrReplaceTempView("layer_part");
    return true;
  }

  private static Row row(LineRule rule, int span, RuleLayer one, RuleLayer other, Span met) {
    return RowFactory.create(
        rule.id(),
        rule.kind(),
        span,
        one.id(),
        other.id(),
        met.oneEdition(),
        met.otherEdition(),
        met.years().toArray(),
        rule instanceof LayerRule pair ? pair.smallestM2().movePointRight(2) : null);
  }

  private static RuleLayer one(LineRule rule) {
    return rule instanceof LayerRule pair ? pair.one() : ((InsideRule) rule).zones();
  }

  private static RuleLayer other(LineRule rule) {
    return rule instanceof LayerRule pair ? pair.other() : ((InsideRule) rule).things();
  }

  private static Dataset<Row> placed(SparkSession spark) {
    return spark.sql(
        """
        SELECT rule_feature.*, kind, span, ST_GeomFromWKB(geometry) AS shape
        FROM rule_feature JOIN rule_span USING (rule_id)
        WHERE edition = CASE side WHEN 'one' THEN one_edition ELSE other_edition END
        """);
  }

  private static Dataset<Row> pairs(SparkSession spark) {
    return spark.sql(
        """
        WITH one AS (SELECT * FROM placed_feature WHERE side = 'one'),
             other AS (SELECT * FROM placed_feature WHERE side = 'other')
        SELECT /*+ BROADCAST(one) */ one.rule_id, one.kind, one.span,
               one.feature AS one_feature, one.layer AS one_layer, one.id AS one_id,
               one.geometry AS one_geometry,
               other.feature AS other_feature, other.layer AS other_layer, other.id AS other_id,
               other.name AS other_name, other.geometry AS other_geometry
        FROM one JOIN other
          ON ST_Intersects(one.shape, other.shape)
         AND one.rule_id = other.rule_id AND one.span = other.span
        """);
  }

  /** One row a polygon, or a thing with what of it lies in zones, which may overlap each other. */
  private static Dataset<Row> parts(SparkSession spark) {
    return spark.sql(
        """
        WITH neighbour AS (
          SELECT rule_id, span, 'one' AS side, one_feature AS feature,
                 array_sort(collect_list(other_geometry)) AS others
          FROM layer_pair WHERE kind = 'difference' GROUP BY rule_id, span, one_feature
          UNION ALL
          SELECT rule_id, span, 'other', other_feature, array_sort(collect_list(one_geometry))
          FROM layer_pair WHERE kind = 'difference' GROUP BY rule_id, span, other_feature
        ), found AS (
          SELECT rule_id, kind, span, one_feature, other_feature,
                 one_layer AS zone_layer, one_id AS zone_id, other_layer, other_id,
                 CAST(NULL AS STRING) AS other_name,
                 pp_shared_parts(one_geometry, other_geometry) AS parts
          FROM layer_pair WHERE kind = 'overlap'
          UNION ALL
          SELECT rule_id, kind, span, min(one_feature), other_feature,
                 one_layer, array_join(array_sort(collect_set(one_id)), '、'),
                 other_layer, other_id, other_name,
                 array(pp_thing_inside(
                   other_geometry, pp_cover(array_sort(collect_list(one_geometry)))))
          FROM layer_pair WHERE kind = 'inside'
          GROUP BY rule_id, kind, span, one_layer, other_feature, other_layer, other_id,
                   other_name, other_geometry
          UNION ALL
          SELECT feature.rule_id, feature.kind, feature.span, feature.feature, feature.side,
                 feature.layer, feature.id,
                 CASE feature.side WHEN 'one' THEN other_layer ELSE one_layer END, '', NULL,
                 pp_rest_parts(geometry, coalesce(others, CAST(array() AS ARRAY<BINARY>)))
          FROM placed_feature feature JOIN rule_span USING (span)
          LEFT JOIN neighbour
            ON feature.rule_id = neighbour.rule_id AND feature.span = neighbour.span
           AND feature.side = neighbour.side AND feature.feature = neighbour.feature
          WHERE feature.kind = 'difference'
        ), part AS (
          SELECT found.* EXCEPT (parts, one_feature, other_feature),
                 concat_ws('|', span, one_feature, other_feature, number) AS part_id,
                 part.piece, part.hundredths
          FROM found LATERAL VIEW posexplode(parts) AS number, part
          WHERE part IS NOT NULL
        )
        SELECT part.*, years,
               kind = 'inside' OR hundredths >= greatest(smallest_hundredths, 1) AS counts
        FROM part JOIN rule_span USING (rule_id, kind, span)
        """);
  }

  /**
   * The parts that count, in each year, in the columns of {@link LineRuleJob}'s finds.
   *
   * @param city code of what no smaller unit covers
   */
  static Dataset<Row> finds(SparkSession spark, String city) {
    return spark.sql(
        """
        WITH shape AS (
          SELECT part_id, kind, years, piece, ST_GeomFromWKB(piece) AS shape
          FROM layer_part WHERE counts
        ), unit AS (
          SELECT region_code, ST_GeomFromWKB(geometry) AS outline
          FROM admin_unit WHERE geometry IS NOT NULL
        ), region AS (
          SELECT /*+ BROADCAST(unit) */ part_id,
                 max_by(region_code, struct(length(region_code), region_code)) AS region_code
          FROM shape JOIN unit ON ST_Covers(unit.outline, shape.shape) GROUP BY part_id
        ), polygon AS (
          SELECT part_id, explode(years) AS year, piece, shape FROM shape WHERE kind <> 'inside'
        ), near AS (
          SELECT /*+ BROADCAST(polygon) */ part_id, polygon.year, bsm, piece, geometry
          FROM parcel JOIN polygon
            ON ST_Intersects(
                 polygon.shape,
                 ST_PolygonFromEnvelope(parcel.minx, parcel.miny, parcel.maxx, parcel.maxy))
           AND parcel.year = polygon.year
        ), inside AS (
          SELECT part_id, year, array_sort(collect_set(bsm)) AS parcels
          FROM near WHERE pp_meets(piece, geometry) GROUP BY part_id, year
        ), yearly AS (
          SELECT *, explode(years) AS year FROM layer_part WHERE counts
        )
        SELECT rule_id, zone_layer, zone_id, other_layer, other_id, other_name,
               coalesce(region_code, '%s') AS region_code, year,
               coalesce(parcels, CAST(array() AS ARRAY<STRING>)) AS parcels, hundredths, piece
        FROM yearly LEFT JOIN region USING (part_id) LEFT JOIN inside USING (part_id, year)
        """
            .formatted(city));
  }
}
