package org.planpulse.jobs.spatial;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.schemas.codelist.ChangeCauses;
import org.planpulse.schemas.codelist.ChangeRule;
import org.planpulse.schemas.codelist.ChangeRule.Attribute;
import org.planpulse.schemas.codelist.ChangeRule.ClassPair;
import org.planpulse.schemas.codelist.ChangeRule.When;

/**
 * Puts each changed piece of land down to a cause, by the rules of {@code
 * codelists/change_causes.yaml}. The whole piece has one cause, so areas by cause add up.
 *
 * <p>A piece that came to another unit has two: one for the regions that both units lie in, whose
 * land it was all along, and one for those it left or entered.
 */
final class ChangeAttribution {

  /** Outlines changed, but the land did not. */
  static final String UNCHANGED = "unchanged";

  private static final Map<Attribute, String> SAME =
      Map.of(
          Attribute.CZCSXM,
          "from_czcsxm = to_czcsxm",
          Attribute.DEDUCTION,
          "from_deducted_share = to_deducted_share"
              + " AND from_deducted_dlbm <=> to_deducted_dlbm");

  private static final String SAME_UNIT = "from_region_code = region_code";
  private static final String SAME_CLASS = "from_dlbm = to_dlbm";
  private static final String SAME_LAND =
      Stream.concat(Stream.of(SAME_CLASS), SAME.values().stream().sorted())
          .collect(Collectors.joining(" AND ", "(", ")"));

  private final ChangeCauses causes;

  ChangeAttribution(ChangeCauses causes) {
    this.causes = causes;
  }

  /** The rows of the view {@code crossing} with {@code cause} and {@code across_cause}. */
  Dataset<Row> attributed(SparkSession spark) {
    returned(spark).createOrReplaceTempView("returned");
    return spark.sql(
        """
        SELECT *, %s AS cause, %s AS across_cause
        FROM crossing LEFT JOIN returned USING (from_year, to_year, from_source_id, to_source_id)
        """
            .formatted(cases("NOT " + SAME_UNIT + " AND " + SAME_LAND), cases("NOT " + SAME_UNIT)));
  }

  /**
   * @param moved condition on which a change of the unit counts as such
   */
  private String cases(String moved) {
    String rules =
        causes.active().stream()
            .map(rule -> "WHEN %s THEN '%s'".formatted(condition(rule, moved), rule.cause()))
            .collect(Collectors.joining(" "));
    return "CASE WHEN %s AND %s THEN '%s' %s ELSE '%s' END"
        .formatted(SAME_UNIT, SAME_LAND, UNCHANGED, rules, ChangeCauses.REAL);
  }

  private static String condition(ChangeRule rule, String moved) {
    return switch (rule.when()) {
      case REVIEWED_CORRECTION -> "reviewed";
      case UNIT -> moved;
      case CLASS_PAIR ->
          Stream.concat(Stream.of("FALSE"), rule.pairs().stream().map(ChangeAttribution::pair))
              .collect(Collectors.joining(" OR "));
      case ATTRIBUTES -> SAME_UNIT + " AND " + SAME_CLASS + unlisted(rule);
      case THERE_AND_BACK -> "returned IS NOT NULL";
      case SLIVER ->
          "area_m2 < %s AND pp_thinness(geometry) < %s"
              .formatted(
                  rule.belowM2().toPlainString() + "BD", rule.thinnessBelow().toPlainString());
    };
  }

  private static String pair(ClassPair pair) {
    return "from_dlbm = '%s' AND to_dlbm = '%s' AND from_year < %d AND to_year >= %3$d"
        .formatted(pair.from(), pair.to(), pair.year());
  }

  /** That the attributes a rule does not list stand. */
  private static String unlisted(ChangeRule rule) {
    return Stream.of(Attribute.values())
        .filter(attribute -> !rule.attributes().contains(attribute))
        .map(attribute -> " AND " + SAME.get(attribute))
        .collect(Collectors.joining());
  }

  /**
   * Keys of pieces whose class is another one between two surveys only, both of those that went and
   * of those that came back. The parcel in between is the same one, so no spatial join is needed.
   */
  private Dataset<Row> returned(SparkSession spark) {
    Optional<ChangeRule> rule =
        causes.active().stream().filter(r -> r.when() == When.THERE_AND_BACK).findFirst();
    return spark.sql(
        """
        WITH step AS (
          SELECT struct(from_year, to_year, from_source_id, to_source_id) AS piece,
                 from_dlbm, to_dlbm, ST_GeomFromWKB(geometry) AS shape
          FROM crossing WHERE %s AND consecutive AND from_dlbm <> to_dlbm
        ), shared AS (
          SELECT there.piece AS there, back.piece AS back,
                 pp_area_m2(there.shape) * %s AS there_m2, pp_area_m2(back.shape) * %2$s AS back_m2,
                 pp_area_m2(ST_CollectionExtract(
                   ST_Intersection(there.shape, back.shape), 3)) AS shared_m2
          FROM step there JOIN step back
            ON there.piece.to_source_id = back.piece.from_source_id
           AND there.piece.to_year = back.piece.from_year AND there.from_dlbm = back.to_dlbm
        ), judged AS (
          SELECT *, sum(shared_m2) OVER (PARTITION BY there) >= there_m2
                AND sum(shared_m2) OVER (PARTITION BY back) >= back_m2 AS fits
          FROM shared
        ), leg AS (
          SELECT there AS piece FROM judged WHERE fits
          GROUP BY there, there_m2 HAVING sum(shared_m2) >= there_m2
          UNION
          SELECT back FROM judged WHERE fits
          GROUP BY back, back_m2 HAVING sum(shared_m2) >= back_m2
        )
        SELECT piece.*, TRUE AS returned FROM leg
        """
            .formatted(
                rule.isPresent(),
                rule.map(r -> r.leastShare().toPlainString() + "BD").orElse("1BD")));
  }
}
