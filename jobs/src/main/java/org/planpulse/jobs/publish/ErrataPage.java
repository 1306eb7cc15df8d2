package org.planpulse.jobs.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.jobs.query.Known;
import org.planpulse.reports.model.Errata;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.Sentences;
import org.planpulse.schemas.indicator.Indicator;
import org.planpulse.schemas.plan.Plan;

/** Compares the figures of this report with those known on an earlier day. */
final class ErrataPage {

  private final Schemas schemas;
  private final Plan plan;
  private final int year;
  private final Sentences sentences;
  private final GoldReader gold;

  ErrataPage(Schemas schemas, Plan plan, int year, Sentences sentences, GoldReader gold) {
    this.schemas = schemas;
    this.plan = plan;
    this.year = year;
    this.sentences = sentences;
    this.gold = gold;
  }

  /** Empty when no figure has changed or been added since. */
  Optional<Errata> since(LocalDate day) {
    Map<String, Indicator> catalogue =
        schemas.indicators().stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    List<GoldRow> changed =
        changes(day).stream().filter(row -> catalogue.containsKey(code(row))).toList();
    if (changed.isEmpty()) {
      return Optional.empty();
    }
    List<GoldRow> late = changed.stream().filter(row -> row.number("before") == null).toList();
    List<GoldRow> visible =
        changed.stream()
            .filter(row -> row.number("before") != null)
            .filter(row -> isVisible(row, catalogue.get(code(row)).decimals()))
            .toList();
    return Optional.of(
        new Errata(
            day.toString(),
            sentences.say(
                "errata.summary",
                "day",
                day,
                "changed",
                visible.size(),
                "late",
                late.size(),
                "small",
                changed.size() - late.size() - visible.size()),
            visible.stream().map(row -> row(row, catalogue.get(code(row)))).toList()));
  }

  /**
   * What reads otherwise now, with the files that the new figure's revised inputs came in. A figure
   * that is not told any more was withdrawn.
   */
  private List<GoldRow> changes(LocalDate day) {
    return gold.rows(
        """
        WITH earlier AS (
          SELECT indicator_code, year, value FROM gold.indicator_value
          WHERE region_code = '%1$s' AND year <= %2$d AND %4$s
        ), present AS (
          SELECT indicator_code, year, value, revision FROM gold.indicator_value
          WHERE region_code = '%1$s' AND year <= %2$d AND %5$s
        ), source AS (
          SELECT indicator_code, year, string_agg(DISTINCT file, '; ' ORDER BY file) AS files
          FROM (
            SELECT indicator_code, year,
                   unnest(list_transform(source_ids, lambda id: split_part(id, '!', 1))) AS source_key
            FROM gold.indicator_input
            WHERE region_code = '%1$s' AND %5$s AND known_from > DATE '%3$s')
          JOIN bronze.source_file USING (source_key)
          GROUP BY indicator_code, year
        )
        SELECT indicator_code, year, earlier.value AS before, present.value AS after,
               coalesce(revision, 'WITHDRAWN') AS revision, files
        FROM present
        FULL JOIN earlier USING (indicator_code, year)
        LEFT JOIN source USING (indicator_code, year)
        WHERE present.value IS DISTINCT FROM earlier.value
        ORDER BY indicator_code, year
        """
            .formatted(plan.city().code(), year, day, Known.on(day), Known.NOW));
  }

  private static String code(GoldRow row) {
    return row.text("indicator_code");
  }

  /** Whether the change shows in the digits printed. */
  private static boolean isVisible(GoldRow row, int decimals) {
    Double after = row.number("after");
    return after == null
        || !Sentences.number(row.amount("before"), decimals)
            .equals(Sentences.number(after, decimals));
  }

  private Errata.Row row(GoldRow row, Indicator indicator) {
    return new Errata.Row(
        indicator.code(),
        indicator.name().in(sentences.language()),
        row.whole("year"),
        schemas.units().get(indicator.unit()).symbol().in(sentences.language()),
        indicator.decimals(),
        row.number("before"),
        row.number("after"),
        sentences.say("revision." + row.text("revision")),
        Optional.ofNullable(row.text("files")).orElseGet(() -> sentences.say("errata.no_file")));
  }
}
