package org.planpulse.jobs.spatial;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.schemas.codelist.RuleLayer;

/**
 * The features of layers that rules name, each with the edition of its delivery: {@code rule_id,
 * side, edition, feature, layer, id, name, geometry}.
 */
final class RuleFeatures {

  /** Names stand for several points, as 公共厕所 does, so points without an id go by place, too. */
  private static final String THING_ID =
      """
      coalesce(
        feature_id,
        CASE WHEN length_m IS NULL THEN concat_ws(' ', name, minx, miny) ELSE name END,
        source_id)
      """;

  private final SparkSession spark;
  private final List<Dataset<Row>> features = new ArrayList<>();

  RuleFeatures(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * @param side which of a rule's two layers it is
   */
  RuleFeatures add(String ruleId, String side, RuleLayer layer) {
    Dataset<Row> rows =
        switch (layer.source()) {
          case ZONE -> zones(layer);
          case THEME -> themes(layer);
          case REGISTER -> entries(layer);
          case LAND -> parcels(layer);
        };
    features.add(
        rows.withColumn("rule_id", lit(ruleId))
            .withColumn("side", lit(side))
            .withColumn("layer", lit(layer.id())));
    return this;
  }

  /** All that were added: at least one layer. */
  Dataset<Row> all() {
    return features.stream().reduce(Dataset::unionByName).orElseThrow();
  }

  private Dataset<Row> zones(RuleLayer layer) {
    return spark
        .table("control_zone")
        .where(col("zone_layer").equalTo(layer.zone()))
        .where(isAny(layer.classes(), col("zone_type")))
        .select(
            lit(RuleYears.UNDATED).as("edition"),
            col("source_id").as("feature"),
            col("zone_id").as("id"),
            expr("CAST(NULL AS STRING)").as("name"),
            col("geometry"));
  }

  private Dataset<Row> themes(RuleLayer layer) {
    return spark
        .table("theme_feature")
        .where(col("dataset").equalTo(layer.theme()))
        .where(isAny(layer.classes(), col("class_code"), col("class_name")))
        .where(isAny(layer.grades(), col("grade")))
        .where(counts(layer))
        .select(
            edition(),
            col("source_id").as("feature"),
            expr(THING_ID).as("id"),
            col("name"),
            col("geometry"));
  }

  /** One row an entry, which the table holds once for each of its figures. */
  private Dataset<Row> entries(RuleLayer layer) {
    return spark
        .table("register_entry")
        .where(col("dataset").equalTo(layer.register()))
        .where("longitude IS NOT NULL AND latitude IS NOT NULL")
        .where(isAny(layer.classes(), col("category")))
        .where(counts(layer))
        .select(
            edition(),
            col("source_id").as("feature"),
            expr("coalesce(entry_id, concat_ws(' ', entry_name, longitude, latitude))").as("id"),
            col("entry_name").as("name"),
            expr("ST_AsBinary(ST_Point(longitude, latitude))").as("geometry"))
        .distinct();
  }

  private Dataset<Row> parcels(RuleLayer layer) {
    return spark.sql(
        """
        SELECT year AS edition, source_id AS feature, bsm AS id, CAST(NULL AS STRING) AS name,
               geometry
        FROM parcel JOIN land_group ON parcel.dlbm = land_group.dlbm
         AND (land_group.czcsxm IS NULL OR land_group.czcsxm = parcel.czcsxm)
        WHERE group_id = '%s'
        """
            .formatted(layer.land()));
  }

  private static Column edition() {
    return coalesce(col("year"), lit(RuleYears.UNDATED)).as("edition");
  }

  private static Column counts(RuleLayer layer) {
    return lit(layer.notStatus().isEmpty())
        .or(col("status").isNull())
        .or(not(col("status").isInCollection(layer.notStatus())));
  }

  private static Column isAny(List<String> wanted, Column... told) {
    Column any = lit(wanted.isEmpty());
    for (Column column : told) {
      any = any.or(coalesce(column.isInCollection(wanted), lit(false)));
    }
    return any;
  }
}
