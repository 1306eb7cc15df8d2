package org.planpulse.jobs.spatial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.planpulse.schemas.codelist.InsideRule;
import org.planpulse.schemas.codelist.LandRule;
import org.planpulse.schemas.codelist.LandRule.Change;
import org.planpulse.schemas.codelist.LayerRule;
import org.planpulse.schemas.codelist.LineRule;
import org.planpulse.schemas.codelist.RuleLayer;
import org.planpulse.schemas.codelist.RuleLayer.Source;

/**
 * In which years a rule can be checked, and with which deliveries: years with parcels, in which
 * every layer it names was there. A year takes the latest delivery that is not later; layers
 * without a year, such as control lines, hold for every year.
 */
final class RuleYears {

  /** Edition of layers without a year: older than any with one. */
  static final int UNDATED = 0;

  private final NavigableSet<Integer> parcelYears = new TreeSet<>();
  private final Map<List<String>, NavigableSet<Integer>> editions = new HashMap<>();

  /** Years in which the same deliveries meet. */
  record Span(int oneEdition, int otherEdition, List<Integer> years) {}

  /** Reads the views parcel, control_zone, theme_feature and register_entry. */
  static RuleYears read(SparkSession spark) {
    RuleYears years = new RuleYears();
    for (Row row :
        spark
            .sql(
                """
                SELECT DISTINCT 'LAND' AS source, '' AS id, year FROM parcel
                UNION ALL SELECT DISTINCT 'ZONE', zone_layer, NULL FROM control_zone
                UNION ALL SELECT DISTINCT 'THEME', dataset, year FROM theme_feature
                UNION ALL SELECT DISTINCT 'REGISTER', dataset, year FROM register_entry
                """)
            .collectAsList()) {
      int edition = row.isNullAt(2) ? UNDATED : row.getInt(2);
      if (row.getString(0).equals(Source.LAND.name())) {
        years.parcelYears.add(edition);
      } else {
        years
            .editions
            .computeIfAbsent(List.of(row.getString(0), row.getString(1)), layer -> new TreeSet<>())
            .add(edition);
      }
    }
    return years;
  }

  /** Layers a rule names that nobody delivered. */
  List<RuleLayer> missing(LineRule rule) {
    return layers(rule).stream().filter(layer -> editions(layer).isEmpty()).toList();
  }

  /** Years a rule is checked in, ascending, by the deliveries that meet in them. */
  List<Span> spans(LineRule rule) {
    List<RuleLayer> layers = layers(rule);
    Map<List<Integer>, List<Integer>> years = new LinkedHashMap<>();
    for (int year : parcelYears) {
      List<Integer> met =
          layers.stream().map(layer -> edition(layer, year)).flatMap(Optional::stream).toList();
      if (met.size() == layers.size() && hasPast(rule, year)) {
        years.computeIfAbsent(met, editions -> new ArrayList<>()).add(year);
      }
    }
    return years.entrySet().stream()
        .map(
            met ->
                new Span(
                    met.getKey().get(0), met.getKey().get(met.getKey().size() - 1), met.getValue()))
        .toList();
  }

  /** All years a rule is checked in, ascending. */
  List<Integer> years(LineRule rule) {
    return spans(rule).stream().flatMap(span -> span.years().stream()).sorted().toList();
  }

  /** What is new is told by the parcels of the year before. */
  private boolean hasPast(LineRule rule, int year) {
    return !(rule instanceof LandRule land && land.change() == Change.NEW)
        || parcelYears.contains(year - 1);
  }

  private Optional<Integer> edition(RuleLayer layer, int year) {
    NavigableSet<Integer> all = editions(layer);
    return layer.source() == Source.LAND
        ? Optional.of(year).filter(all::contains)
        : Optional.ofNullable(all.floor(year));
  }

  private NavigableSet<Integer> editions(RuleLayer layer) {
    return layer.source() == Source.LAND
        ? parcelYears
        : editions.getOrDefault(List.of(layer.source().name(), layer.id()), new TreeSet<>());
  }

  /** The layers of a rule; of a land rule its zones, since every year has its own parcels. */
  private static List<RuleLayer> layers(LineRule rule) {
    if (rule instanceof LayerRule pair) {
      return List.of(pair.one(), pair.other());
    }
    if (rule instanceof InsideRule inside) {
      return List.of(inside.zones(), inside.things());
    }
    return Stream.of((LandRule) rule).map(land -> RuleLayer.ofZone(land.zoneLayer())).toList();
  }
}
