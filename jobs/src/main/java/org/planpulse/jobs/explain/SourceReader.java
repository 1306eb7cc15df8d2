package org.planpulse.jobs.explain;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.planpulse.jobs.query.QuerySession;
import org.planpulse.jobs.query.Sql;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.Unit;

/** Follows inputs to the places in files they rest on. */
final class SourceReader {

  private static final String STATISTIC = "silver.statistic";

  /** A table of silver that holds what was loaded of a file, row by row. */
  private record Loaded(String table, Source.Kind kind, boolean hasArea, boolean byFeature) {}

  private static final Loaded PARCELS =
      new Loaded("silver.land_parcel", Source.Kind.FEATURE, true, false);
  private static final Loaded ZONES =
      new Loaded("silver.control_zone", Source.Kind.FEATURE, true, false);
  private static final Loaded THEMES =
      new Loaded("silver.theme_feature", Source.Kind.FEATURE, true, false);
  private static final Loaded UNITS =
      new Loaded("silver.admin_unit", Source.Kind.FEATURE, true, true);
  private static final Loaded ENTRIES =
      new Loaded("silver.register_entry", Source.Kind.LINE, false, false);
  private static final Loaded OBSERVATIONS =
      new Loaded("silver.observation", Source.Kind.LINE, false, false);
  private static final Loaded TILES =
      new Loaded("silver.raster_tile", Source.Kind.TILE, false, false);

  /** By the table an input was read from. */
  private static final Map<String, List<Loaded>> BEHIND =
      Map.of(
          "gold.land_area",
          List.of(PARCELS),
          "gold.zone_land_area",
          List.of(ZONES, PARCELS),
          "gold.raster_zone_stat",
          List.of(TILES),
          "gold.service_coverage",
          List.of(THEMES, ENTRIES),
          UNITS.table(),
          List.of(UNITS),
          THEMES.table(),
          List.of(THEMES),
          ENTRIES.table(),
          List.of(ENTRIES),
          OBSERVATIONS.table(),
          List.of(OBSERVATIONS));

  /** Parts of a union; the tree of a long one is too deep for its reader. */
  private static final int AT_ONCE = 50;

  private final QuerySession session;
  private final Schemas schemas;

  SourceReader(QuerySession session, Schemas schemas) {
    this.session = session;
    this.schemas = schemas;
  }

  /** The sources of all the inputs; each table is read once. */
  InputSources read(Collection<Figure.Input> inputs) {
    Map<String, Set<String>> idsByTable = new TreeMap<>();
    for (Figure.Input input : inputs) {
      Set<String> ids = idsByTable.computeIfAbsent(input.table(), table -> new TreeSet<>());
      input.sources().forEach(id -> ids.add(id.text()));
    }
    Map<InputSources.Cell, Source> cells = new HashMap<>();
    Map<SourceId, Source> rows = new HashMap<>();
    InputSources sources = new InputSources(cells, rows);
    idsByTable.values().removeIf(Set::isEmpty);
    if (idsByTable.isEmpty()) {
      return sources;
    }
    Map<String, Source.File> files = files(inputs);
    idsByTable.forEach(
        (table, ids) -> {
          if (table.equals(STATISTIC)) {
            readCells(ids, files, cells);
          } else {
            BEHIND.get(table).forEach(loaded -> readRows(loaded, ids, files, rows));
          }
        });
    return sources;
  }

  /** By key. A department may hand over the same content twice: the first time counts. */
  private Map<String, Source.File> files(Collection<Figure.Input> inputs) {
    Set<String> keys = new TreeSet<>();
    inputs.forEach(input -> input.sources().forEach(id -> keys.add(id.key())));
    Map<String, Source.File> files = new HashMap<>();
    for (List<Object> row :
        session
            .query(
                """
                WITH found AS (
                  SELECT file, count(*) FILTER (severity = 'error') AS errors,
                         count(*) FILTER (severity = 'warning') AS warnings
                  FROM ops.data_issue GROUP BY file
                )
                SELECT source_key, file, department, received_on, dataset, contract_version,
                       rows_in, rows_loaded, rows_quarantined,
                       coalesce(errors, 0), coalesce(warnings, 0)
                FROM bronze.source_file LEFT JOIN found USING (file)
                WHERE source_key IN (%s) ORDER BY received_on, file
                """
                    .formatted(list(keys)))
            .rows()) {
      files.putIfAbsent((String) row.get(0), file(row));
    }
    return files;
  }

  private static Source.File file(List<Object> row) {
    return new Source.File(
        (String) row.get(0),
        (String) row.get(1),
        text(row.get(2)),
        (LocalDate) row.get(3),
        text(row.get(4)),
        text(row.get(5)),
        (Long) row.get(6),
        (Long) row.get(7),
        (Long) row.get(8),
        (Long) row.get(9),
        (Long) row.get(10));
  }

  /** A cell as it was read before a correction was reviewed, and as it was since. */
  private void readCells(
      Set<String> ids, Map<String, Source.File> files, Map<InputSources.Cell, Source> cells) {
    Reviews reviews = new Reviews(session, schemas);
    for (List<Object> row :
        session
            .query(
                """
                SELECT figure.source_id, raw, figure.value, figure.unit, figure.dataset,
                       figure.known_from
                FROM silver.statistic figure
                LEFT JOIN bronze.cell delivered
                  ON delivered.source_key || '!' || sheet || '!' || cell = figure.source_id
                WHERE figure.source_id IN (%s)
                """
                    .formatted(list(ids)))
            .rows()) {
      SourceId id = new SourceId((String) row.get(0));
      String unit = (String) row.get(3);
      LocalDate knownFrom = (LocalDate) row.get(5);
      cells.put(
          new InputSources.Cell(id, knownFrom),
          new Source.Cell(
              files.get(id.key()),
              id.place(),
              text(row.get(1)),
              (Double) row.get(2),
              unit,
              unit == null ? null : schemas.units().find(unit).map(Unit::toSi).orElse(null),
              reviews.of(id, text(row.get(4)), knownFrom)));
    }
  }

  private void readRows(
      Loaded loaded, Set<String> ids, Map<String, Source.File> files, Map<SourceId, Source> rows) {
    List<String> questions = ids.stream().map(id -> rowsOf(loaded, id)).toList();
    for (int from = 0; from < questions.size(); from += AT_ONCE) {
      List<String> some = questions.subList(from, Math.min(from + AT_ONCE, questions.size()));
      for (List<Object> row : session.query(String.join(" UNION ALL ", some)).rows()) {
        SourceId source = new SourceId((String) row.get(0));
        rows.put(
            source,
            new Source.Rows(
                files.get(source.key()),
                source.place(),
                loaded.kind(),
                (Long) row.get(1),
                (BigDecimal) row.get(2)));
      }
    }
  }

  /**
   * How many rows one source gave a table, unless none. Asked with the beginning of their ids:
   * files without it are passed over by their statistics.
   */
  private static String rowsOf(Loaded loaded, String id) {
    String source = Sql.text(id);
    String below = "starts_with(source_id, " + Sql.text(id + "!") + ")";
    return "SELECT %s, count(DISTINCT source_id), %s FROM %s WHERE %s HAVING count(*) > 0"
        .formatted(
            source,
            loaded.hasArea() ? "sum(area_m2)" : "NULL",
            loaded.table(),
            loaded.byFeature()
                ? "source_id = " + source
                : "starts_with(source_id, %s) AND (source_id = %s OR %s)"
                    .formatted(source, source, below));
  }

  private static String list(Set<String> texts) {
    return texts.stream().map(Sql::text).collect(joining(", "));
  }

  private static String text(Object value) {
    return value == null ? "" : (String) value;
  }
}
