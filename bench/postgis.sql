-- Parcels by unit and zone. Zones are cut into small parts first; a parcel inside a part keeps its
-- area, only those that cross a part's edge are intersected. Pieces share out the parcel's area.

CREATE UNLOGGED TABLE unit_part AS
  SELECT id AS unit, ST_Subdivide(geom, 128) AS geom FROM unit;
CREATE INDEX ON unit_part USING gist (geom);

CREATE UNLOGGED TABLE zone_part AS
  SELECT 'red_line' AS layer, id AS zone, ST_Subdivide(geom, 128) AS geom FROM red_line
  UNION ALL SELECT 'farmland', id, ST_Subdivide(geom, 128) FROM farmland
  UNION ALL SELECT 'growth_boundary', id, ST_Subdivide(geom, 128) FROM growth_boundary
  UNION ALL SELECT 'grassland', id, ST_Subdivide(geom, 128) FROM grassland
  UNION ALL SELECT 'planning_zone', id, ST_Subdivide(geom, 128) FROM planning_zone;
CREATE INDEX ON zone_part USING gist (geom);
ANALYZE unit_part;
ANALYZE zone_part;

CREATE UNLOGGED TABLE parcel AS
  SELECT dlbm, geom, ST_Area(geom::geography) AS area_m2
  FROM (SELECT dlbm, geom FROM parcel_a UNION ALL SELECT dlbm, geom FROM parcel_b) both_halves;
ANALYZE parcel;

CREATE UNLOGGED TABLE piece AS
  SELECT unit, dlbm, inside.geom,
         CASE WHEN whole THEN area_m2
              ELSE area_m2 * ST_Area(inside.geom) / ST_Area(parcel.geom) END AS area_m2
  FROM parcel
  JOIN unit_part part ON ST_Intersects(part.geom, parcel.geom)
  CROSS JOIN LATERAL (SELECT ST_Covers(part.geom, parcel.geom) AS whole) cover
  CROSS JOIN LATERAL (
    SELECT CASE WHEN whole THEN parcel.geom
                ELSE ST_CollectionExtract(ST_Intersection(part.geom, parcel.geom), 3) END AS geom
  ) inside
  WHERE NOT ST_IsEmpty(inside.geom);
ANALYZE piece;

CREATE UNLOGGED TABLE result AS
  SELECT layer, zone, unit, dlbm,
         sum(CASE WHEN ST_Covers(part.geom, piece.geom) THEN area_m2
                  ELSE area_m2 * ST_Area(ST_Intersection(part.geom, piece.geom))
                       / ST_Area(piece.geom) END) AS area_m2
  FROM piece JOIN zone_part part ON ST_Intersects(part.geom, piece.geom)
  WHERE area_m2 > 0
  GROUP BY layer, zone, unit, dlbm
  UNION ALL
  SELECT '', '', unit, dlbm, sum(area_m2) FROM piece GROUP BY unit, dlbm
  UNION ALL
  SELECT '*', '', '', '', sum(area_m2) FROM parcel;
