-- Values of indicators that were known otherwise on the first day than on the second, and why.
-- Two parameters: DATE :before, DATE :after.
SELECT
  now.indicator_code, now.region_code, now.year, earlier.value AS before, now.value AS after,
  now.unit, now.revision
FROM gold.indicator_value AS now
JOIN gold.indicator_value AS earlier
  ON earlier.indicator_code = now.indicator_code AND earlier.region_code = now.region_code
  AND earlier.year = now.year
WHERE earlier.known_from <= :before AND (earlier.known_to IS NULL OR earlier.known_to > :before)
  AND now.known_from <= :after AND (now.known_to IS NULL OR now.known_to > :after)
  AND earlier.value IS DISTINCT FROM now.value
ORDER BY now.indicator_code, now.region_code, now.year
