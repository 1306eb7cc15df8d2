package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;

/** Values whose inputs came, changed and went on days 1 to 8, asked about on days 0 to 9. */
class KnownValuePeriodsTest {

  private static final int LAST_DAY = 9;
  private static final Schemas SCHEMAS = Schemas.load(SchemaFiles.packaged());
  private static final Indicator RATIO =
      SCHEMAS.indicators().stream()
          .filter(indicator -> indicator.inputs().size() == 2)
          .findFirst()
          .orElseThrow();
  private static final StructType INPUT =
      StructType.fromDDL(
          "indicator_code STRING, region_code STRING, year INT, input STRING, si_value DOUBLE,"
              + " value_status STRING, known_from DATE, known_to DATE");

  /**
   * What is said of an input from day to day.
   *
   * @param byDay one of days 0 to 8; null while nothing is known, NaN while it is missing
   */
  record Timeline(List<Double> byDay) {

    /** Periods that neighbour each other may say the same, as deliveries do that repeat it. */
    List<Row> rows(int number, String input) {
      List<Row> rows = new ArrayList<>();
      for (int day = 0; day < byDay.size(); day++) {
        if (byDay.get(day) != null) {
          boolean last = day + 1 == byDay.size();
          rows.add(row(number, input, byDay.get(day), day, last ? null : day + 1));
        }
      }
      return rows;
    }
  }

  @Provide
  Arbitrary<List<List<Timeline>>> values() {
    Arbitrary<Timeline> timeline =
        Arbitraries.of(1.0, 2.0, 2.0, 3.0, Double.NaN)
            .injectNull(0.3)
            .list()
            .ofSize(LAST_DAY)
            .map(Timeline::new);
    return Combinators.combine(timeline, timeline)
        .as((first, second) -> List.of(first, second))
        .list()
        .ofSize(60);
  }

  @Property(tries = 4)
  void onEachDayTheValueIsTheOneOfTheInputsKnownThatDay(
      @ForAll("values") List<List<Timeline>> values) {
    List<String> names = List.copyOf(RATIO.inputs().keySet());
    List<Row> history = new ArrayList<>();
    List<Row> snapshots = new ArrayList<>();
    for (int number = 0; number < values.size(); number++) {
      for (int i = 0; i < names.size(); i++) {
        Timeline timeline = values.get(number).get(i);
        history.addAll(timeline.rows(number, names.get(i)));
        for (int day = 0; day < LAST_DAY; day++) {
          if (timeline.byDay().get(day) != null) {
            Double said = timeline.byDay().get(day);
            snapshots.add(row(snapshot(number, day), names.get(i), said, 0, null));
          }
        }
      }
    }

    Map<Integer, Double> expected = new HashMap<>();
    evaluate(snapshots).forEach(row -> expected.put(row.getInt(0), number(row)));
    for (int number = 0; number < values.size(); number++) {
      missingFromTheFirstDayOn(number, expected);
    }
    Map<Integer, Double> found = new HashMap<>();
    List<Row> periods = evaluate(history);
    for (Row row : periods) {
      for (int day = 0; day < LAST_DAY; day++) {
        if (isKnown(row, day)) {
          assertThat(found).doesNotContainKey(snapshot(row.getInt(0), day));
          found.put(snapshot(row.getInt(0), day), number(row));
        }
      }
    }
    assertThat(found).isEqualTo(expected);
    assertThat(periods).hasSizeLessThan(values.size() * LAST_DAY);
  }

  /** A formula may stand in for an input that is missing, not for all of them. */
  @Test
  void whenAllInputsHaveEndedTheValueIsMissing() {
    String input = RATIO.inputs().keySet().iterator().next();

    assertThat(
            evaluate(withFormula("coalesce(" + input + ", 0)"), List.of(row(2020, input, 2, 1, 3))))
        .extracting(row -> row.mkString(" "))
        .satisfiesExactlyInAnyOrder(
            known -> assertThat(known).endsWith("OK " + date(1) + " " + date(3)),
            ended -> assertThat(ended).isEqualTo("2020 null MISSING " + date(3) + " null"));
  }

  @ParameterizedTest
  @CsvSource({"REVISED, CONFLICT, CONFLICT", "ESTIMATED, REVISED, REVISED", "OK, NONE, OK"})
  void ofTwoDoubtsTheGraverIsTold(String first, String second, String told) {
    List<String> names = List.copyOf(RATIO.inputs().keySet());

    assertThat(
            evaluate(
                List.of(RATIO),
                List.of(
                    row(2020, names.get(0), 2, first, 1, null),
                    row(2020, names.get(1), 3, second, 1, null))))
        .extracting(row -> row.getString(2))
        .containsExactly(told);
  }

  private static List<Indicator> withFormula(String formula) {
    return List.of(
        new Indicator(
            RATIO.code(),
            RATIO.standardId(),
            RATIO.name(),
            RATIO.dimension(),
            RATIO.category(),
            RATIO.unit(),
            RATIO.decimals(),
            RATIO.direction(),
            RATIO.attribute(),
            RATIO.scope(),
            RATIO.definition(),
            RATIO.sources(),
            RATIO.sameAs(),
            RATIO.growthIndex(),
            RATIO.choice(),
            RATIO.notComputable(),
            RATIO.inputs(),
            formula,
            RATIO.examples()));
  }

  /** Days without any input, after the first one that had some. */
  private static void missingFromTheFirstDayOn(int number, Map<Integer, Double> expected) {
    boolean heardOf = false;
    for (int day = 0; day < LAST_DAY; day++) {
      heardOf |= expected.containsKey(snapshot(number, day));
      if (heardOf) {
        expected.putIfAbsent(snapshot(number, day), null);
      }
    }
  }

  private static int snapshot(int number, int day) {
    return number * (LAST_DAY + 1) + day;
  }

  private static List<Row> evaluate(List<Row> inputs) {
    return evaluate(SCHEMAS.indicators(), inputs);
  }

  private static List<Row> evaluate(List<Indicator> catalogue, List<Row> inputs) {
    return new FormulaEvaluation(catalogue, SCHEMAS.units())
        .evaluate(SharedSpark.session().createDataFrame(inputs, INPUT))
        .select("year", "value", "value_status", "known_from", "known_to")
        .collectAsList();
  }

  private static Double number(Row row) {
    return row.isNullAt(1) ? null : row.getDouble(1);
  }

  private static boolean isKnown(Row row, int day) {
    return !row.getDate(3).after(date(day)) && (row.isNullAt(4) || row.getDate(4).after(date(day)));
  }

  private static Row row(int number, String input, double said, int from, Integer to) {
    return row(number, input, said, "OK", from, to);
  }

  private static Row row(
      int number, String input, double said, String status, int from, Integer to) {
    return RowFactory.create(
        RATIO.code(),
        "r",
        number,
        input,
        Double.isNaN(said) ? null : said,
        status,
        date(from),
        to == null ? null : date(to));
  }

  private static Date date(int day) {
    return Date.valueOf(LocalDate.of(2026, 1, 1).plusDays(day));
  }
}
