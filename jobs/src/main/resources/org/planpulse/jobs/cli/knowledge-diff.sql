-- What was known on the second day and not on the first, one row for each figure or layer.
-- Two parameters: DATE :before, DATE :after.
WITH source AS (
  SELECT source_key, dataset, data_year, file, received_on
  FROM bronze.source_file
  WHERE dataset IS NOT NULL
),

-- Figures carry the days between which they held.
statistic AS (
  SELECT
    now.dataset, now.item_code AS item, now.region_code, now.year,
    CASE WHEN earlier.unit <> now.unit THEN earlier.si_value ELSE earlier.value END AS before,
    CASE WHEN earlier.unit <> now.unit THEN now.si_value ELSE now.value END AS after,
    CASE WHEN earlier.unit <> now.unit THEN now.si_unit ELSE now.unit END AS unit,
    CASE
      WHEN earlier.dataset IS NULL THEN 'new'
      WHEN now.value_status = 'REVISED' THEN 'revised'
      ELSE 'replaced'
    END AS change,
    now.note,
    source.file || substr(now.source_id, instr(now.source_id, '!')) AS source
  FROM silver.statistic AS now
  JOIN source
    ON source.dataset = now.dataset AND source.source_key = split_part(now.source_id, '!', 1)
  LEFT JOIN silver.statistic AS earlier
    ON earlier.dataset = now.dataset AND earlier.item_code = now.item_code
    AND earlier.region_code = now.region_code AND earlier.year = now.year
    AND earlier.known_from <= :before
    AND (earlier.known_to IS NULL OR earlier.known_to > :before)
  WHERE now.known_from > :before AND now.known_from <= :after
    AND (now.known_to IS NULL OR now.known_to > :after)
),

-- Observations are too many to name: how many there are of an item and year.
observation AS (
  SELECT
    dataset, item_code AS item, NULL AS region_code, year,
    nullif(count(*) FILTER (
      known_from <= :before AND (known_to IS NULL OR known_to > :before)), 0) AS before,
    count(*) FILTER (known_to IS NULL OR known_to > :after) AS after,
    'observations' AS unit,
    CASE WHEN bool_or(known_to > :before AND known_to <= :after) THEN 'revised' ELSE 'new' END
      AS change,
    CASE WHEN bool_or(known_to > :before AND known_to <= :after) THEN
      count(*) FILTER (known_to > :before AND known_to <= :after) || ' revised'
    END AS note,
    NULL AS source
  FROM silver.observation
  WHERE known_from <= :after
  GROUP BY dataset, item_code, year
  HAVING bool_or(known_from > :before) OR bool_or(known_to > :before AND known_to <= :after)
),

-- Of layers and lists the latest delivery of a dataset and year counts, as a whole.
edition AS (
  SELECT false AS later, * FROM (
    SELECT * FROM source WHERE received_on <= :before
    QUALIFY received_on = max(received_on) OVER (PARTITION BY dataset, data_year))
  UNION ALL
  SELECT true AS later, * FROM (
    SELECT * FROM source WHERE received_on <= :after
    QUALIFY received_on = max(received_on) OVER (PARTITION BY dataset, data_year))
),
period AS (
  SELECT
    dataset, data_year,
    bool_or(NOT later) AS held,
    string_agg(file, ' ' ORDER BY file) FILTER (later) AS source
  FROM edition
  GROUP BY dataset, data_year
  HAVING list(source_key ORDER BY source_key) FILTER (later)
    IS DISTINCT FROM list(source_key ORDER BY source_key) FILTER (NOT later)
),
content AS (
  SELECT dataset, source_key, 'features' AS unit, hash(fields::VARCHAR, geometry) AS mark
  FROM bronze.feature
  UNION ALL
  SELECT dataset, source_key, 'rows', hash(fields::VARCHAR)
  FROM bronze.record
  WHERE dataset NOT IN (SELECT dataset FROM silver.observation)
  UNION ALL
  SELECT dataset, source_key, 'files', hash(source_key)
  FROM (SELECT dataset, source_key FROM bronze.tile
    UNION SELECT dataset, source_id FROM silver.document)
),
tally AS (
  SELECT
    period.dataset, period.data_year, period.held, period.source, unit, mark,
    count(*) FILTER (NOT later) AS old_rows, count(*) FILTER (later) AS new_rows
  FROM period
  JOIN edition
    ON edition.dataset = period.dataset AND edition.data_year IS NOT DISTINCT FROM period.data_year
  JOIN content
    ON content.dataset = edition.dataset AND content.source_key = edition.source_key
  GROUP BY ALL
),
layer AS (
  SELECT
    dataset, NULL AS item, NULL AS region_code, data_year AS year,
    CASE WHEN held THEN sum(old_rows) END AS before, sum(new_rows) AS after, unit,
    CASE WHEN held THEN 'replaced' ELSE 'new' END AS change,
    CASE WHEN held THEN
      '+' || sum(greatest(new_rows - old_rows, 0)) || ' -' || sum(greatest(old_rows - new_rows, 0))
    END AS note,
    source
  FROM tally
  GROUP BY dataset, data_year, held, source, unit
)

SELECT dataset, year, item, region_code, before, after, unit, change, note, source
FROM (
  SELECT * FROM statistic
  UNION ALL SELECT * FROM observation
  UNION ALL SELECT * FROM layer
)
ORDER BY dataset, year, item, region_code
