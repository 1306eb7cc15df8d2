package org.planpulse.jobs.spatial;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.schemas.codelist.ChangeCauses;

/**
 * The books on changed and unchanged land: the transition matrix and the ledger of causes, both
 * closed against the stocks of {@code gold.land_area}.
 *
 * <p>A region's matrix holds the land that lay in it in both years; what it gained from or lost to
 * another region closes the matrix and has its cause in the ledger.
 */
final class ChangeBooks {

  private ChangeBooks() {}

  /**
   * Area by both units, classes and causes, from the views {@code parcel}, {@code year_pair},
   * {@code content} and {@code piece}. Deducted ridges of a piece: the smaller of both shares stays
   * ridge; what exceeds it on one side went to or came from the class of the other side.
   */
  static Dataset<Row> booked(SparkSession spark) {
    return spark.sql(
        """
        WITH stays AS (
          SELECT parcel.region_code, from_year, to_year, parcel.dlbm,
                 coalesce(parcel.czcsxm, '') AS czcsxm, parcel.deducted_dlbm,
                 parcel.net_area_m2, parcel.deducted_m2
          FROM parcel
          JOIN year_pair ON parcel.year = year_pair.to_year
          JOIN content USING (content_hash)
          WHERE array_contains(content.years, year_pair.from_year)
        ), shared AS (
          SELECT *, CAST(from_deducted_share AS DECIMAL(10,8)) AS from_share,
                 CAST(to_deducted_share AS DECIMAL(10,8)) AS to_share
          FROM piece
        ), piece_part AS (
          SELECT *,
                 CAST(round(area_m2 * least(from_share, to_share), 2)
                      AS DECIMAL(20,2)) AS both_m2,
                 CAST(round(area_m2 * greatest(from_share - to_share, 0), 2)
                      AS DECIMAL(20,2)) AS lost_m2,
                 CAST(round(area_m2 * greatest(to_share - from_share, 0), 2)
                      AS DECIMAL(20,2)) AS won_m2
          FROM shared
        ), part AS (
          SELECT region_code AS from_unit, region_code AS to_unit, from_year, to_year,
                 '' AS cause, '' AS across_cause,
                 explode(array(
                   named_struct('from_dlbm', dlbm, 'from_czcsxm', czcsxm,
                                'to_dlbm', dlbm, 'to_czcsxm', czcsxm, 'area_m2', net_area_m2),
                   named_struct('from_dlbm', deducted_dlbm, 'from_czcsxm', '',
                                'to_dlbm', deducted_dlbm, 'to_czcsxm', '',
                                'area_m2', deducted_m2))) AS part
          FROM stays
          UNION ALL
          SELECT from_region_code, region_code, from_year, to_year, cause, across_cause,
                 explode(array(
                   named_struct('from_dlbm', from_dlbm, 'from_czcsxm', from_czcsxm,
                                'to_dlbm', to_dlbm, 'to_czcsxm', to_czcsxm,
                                'area_m2', area_m2 - both_m2 - lost_m2 - won_m2),
                   named_struct('from_dlbm', from_deducted_dlbm, 'from_czcsxm', '',
                                'to_dlbm', to_deducted_dlbm, 'to_czcsxm', '',
                                'area_m2', both_m2),
                   named_struct('from_dlbm', from_deducted_dlbm, 'from_czcsxm', '',
                                'to_dlbm', to_dlbm, 'to_czcsxm', to_czcsxm,
                                'area_m2', lost_m2),
                   named_struct('from_dlbm', from_dlbm, 'from_czcsxm', from_czcsxm,
                                'to_dlbm', to_deducted_dlbm, 'to_czcsxm', '',
                                'area_m2', won_m2)))
          FROM piece_part
        )
        SELECT from_unit, to_unit, from_year, to_year, part.from_dlbm, part.from_czcsxm,
               part.to_dlbm, part.to_czcsxm, cause, across_cause, sum(part.area_m2) AS area_m2
        FROM part WHERE part.area_m2 <> 0
        GROUP BY ALL
        """);
  }

  /** The matrix of the view {@code booked} and the lines that close its margins. */
  static Dataset<Row> transitions(SparkSession spark) {
    return spark.sql(
        """
        WITH cell AS (
          SELECT earlier.region_code, from_year, to_year, from_dlbm, to_dlbm, sum(area_m2) AS area_m2
          FROM booked
          JOIN ancestor earlier ON booked.from_unit = earlier.unit
          JOIN ancestor later
            ON booked.to_unit = later.unit AND earlier.region_code = later.region_code
          GROUP BY earlier.region_code, from_year, to_year, from_dlbm, to_dlbm
        ), stock AS (
          SELECT region_code, year, dlbm, sum(area_m2) AS area_m2
          FROM land_area GROUP BY region_code, year, dlbm
        ), from_margin AS (
          SELECT region_code, from_year, to_year, from_dlbm AS dlbm, area_m2 FROM cell
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, -area_m2
          FROM stock JOIN year_pair ON stock.year = year_pair.from_year
        ), to_margin AS (
          SELECT region_code, from_year, to_year, to_dlbm AS dlbm, area_m2 FROM cell
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, -area_m2
          FROM stock JOIN year_pair ON stock.year = year_pair.to_year
        )
        SELECT * FROM cell WHERE area_m2 <> 0
        UNION ALL
        SELECT region_code, from_year, to_year, dlbm AS from_dlbm, '%1$s' AS to_dlbm,
               -sum(area_m2) AS area_m2
        FROM from_margin GROUP BY region_code, from_year, to_year, dlbm HAVING sum(area_m2) <> 0
        UNION ALL
        SELECT region_code, from_year, to_year, '%1$s' AS from_dlbm, dlbm AS to_dlbm,
               -sum(area_m2) AS area_m2
        FROM to_margin GROUP BY region_code, from_year, to_year, dlbm HAVING sum(area_m2) <> 0
        """
            .formatted(LandChangeJob.CLOSE));
  }

  /**
   * What each cause added to and took from a class, from the view {@code booked}; and what is left
   * over of the difference of the stocks.
   */
  static Dataset<Row> causes(SparkSession spark) {
    return spark.sql(
        """
        WITH side AS (
          SELECT booked.*, here.region_code, there.unit IS NOT NULL AS inside,
                 from_dlbm AS dlbm, from_czcsxm AS czcsxm, 0BD AS gained_m2, area_m2 AS lost_m2
          FROM booked JOIN ancestor here ON booked.from_unit = here.unit
          LEFT JOIN ancestor there
            ON booked.to_unit = there.unit AND here.region_code = there.region_code
          UNION ALL
          SELECT booked.*, here.region_code, there.unit IS NOT NULL,
                 to_dlbm, to_czcsxm, area_m2, 0BD
          FROM booked JOIN ancestor here ON booked.to_unit = here.unit
          LEFT JOIN ancestor there
            ON booked.from_unit = there.unit AND here.region_code = there.region_code
        ), caused AS (
          SELECT region_code, from_year, to_year, dlbm, czcsxm,
                 CASE WHEN inside THEN cause ELSE across_cause END AS cause,
                 sum(gained_m2) AS gained_m2, sum(lost_m2) AS lost_m2
          FROM side WHERE NOT (inside AND from_dlbm = to_dlbm AND from_czcsxm = to_czcsxm)
          GROUP BY ALL
        ), difference AS (
          SELECT region_code, from_year, to_year, dlbm, czcsxm, area_m2 AS rest_m2
          FROM land_area JOIN year_pair ON land_area.year = year_pair.to_year
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, czcsxm, -area_m2
          FROM land_area JOIN year_pair ON land_area.year = year_pair.from_year
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, czcsxm, lost_m2 - gained_m2 FROM caused
        ), line AS (
          SELECT * FROM caused
          UNION ALL
          SELECT region_code, from_year, to_year, dlbm, czcsxm, '%s',
                 greatest(sum(rest_m2), 0), greatest(-sum(rest_m2), 0)
          FROM difference GROUP BY ALL HAVING sum(rest_m2) <> 0
        )
        SELECT *, gained_m2 - lost_m2 AS change_m2 FROM line
        """
            .formatted(ChangeCauses.CLOSING));
  }
}
