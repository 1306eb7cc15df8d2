package org.planpulse.jobs.publish;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.planpulse.jobs.publish.GoldReader.GoldRow;
import org.planpulse.reports.model.LandStock;
import org.planpulse.reports.model.LandUse.StockRow;
import org.planpulse.schemas.Language;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.codelist.LandClass;
import org.planpulse.schemas.codelist.LandGroup;

/**
 * Areas of land classes in one place, in m².
 *
 * @param rows with {@code dlbm}, {@code czcsxm}, {@code area_m2} and, where they are of several
 *     years, {@code year}
 */
record LandAreas(List<GoldRow> rows) {

  static final LandAreas NONE = new LandAreas(List.of());

  /** By what {@code column} says of their place. */
  static Map<String, LandAreas> by(String column, List<GoldRow> rows) {
    return rows.stream()
        .collect(groupingBy(row -> row.text(column), collectingAndThen(toList(), LandAreas::new)));
  }

  LandAreas in(int year) {
    return new LandAreas(rows.stream().filter(row -> row.whole("year") == year).toList());
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  BigDecimal total() {
    return sum(rows.stream());
  }

  BigDecimal of(LandGroup group) {
    return sum(rows.stream().filter(row -> isIn(group, row)));
  }

  /** By id of the group, in m². */
  Map<String, Double> byGroup(Map<String, LandGroup> groups) {
    return groups.values().stream().collect(toMap(LandGroup::id, group -> of(group).doubleValue()));
  }

  private static boolean isIn(LandGroup group, GoldRow row) {
    return group.classes().contains(row.text("dlbm"))
        && (group.settlement().isEmpty() || group.settlement().contains(row.text("czcsxm")));
  }

  /** By code of the first-level class; one without land is not there. */
  Map<String, BigDecimal> byLevel1(Map<String, LandClass> classes) {
    return rows.stream()
        .collect(
            groupingBy(
                row -> classes.get(row.text("dlbm")).level1(),
                reducing(BigDecimal.ZERO, LandAreas::area, BigDecimal::add)));
  }

  /** By first-level class and year, a class without land of a year with zero. */
  LandStock stock(Schemas schemas, Language language) {
    TreeSet<Integer> years = new TreeSet<>();
    rows.forEach(row -> years.add(row.whole("year")));
    List<Map<String, BigDecimal>> byYear =
        years.stream().map(year -> in(year).byLevel1(schemas.landClasses())).toList();
    return new LandStock(
        List.copyOf(years),
        schemas.landLevel1().values().stream()
            .map(
                level ->
                    new StockRow(
                        level.name().in(language),
                        byYear.stream()
                            .map(of -> of.getOrDefault(level.code(), BigDecimal.ZERO))
                            .map(BigDecimal::doubleValue)
                            .toList()))
            .toList());
  }

  private static BigDecimal sum(Stream<GoldRow> rows) {
    return rows.map(LandAreas::area).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal area(GoldRow row) {
    return row.exact("area_m2");
  }
}
