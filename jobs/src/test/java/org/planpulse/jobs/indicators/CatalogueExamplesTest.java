package org.planpulse.jobs.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.planpulse.jobs.SharedSpark;
import org.planpulse.schemas.SchemaFiles;
import org.planpulse.schemas.Schemas;
import org.planpulse.schemas.indicator.Indicator;

/** Every worked example of the catalogue, evaluated by the engine that evaluates the city. */
class CatalogueExamplesTest {

  private static final StructType INPUT =
      new StructType()
          .add("indicator_code", DataTypes.StringType)
          .add("region_code", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add("input", DataTypes.StringType)
          .add("si_value", DataTypes.DoubleType)
          .add("value_status", DataTypes.StringType)
          .add("known_from", DataTypes.DateType)
          .add("known_to", DataTypes.DateType);

  private final Schemas schemas = Schemas.load(SchemaFiles.packaged());

  @Test
  void everyWorkedExampleComesOutToTheLastDecimalShown() {
    List<Indicator> catalogue = readings();
    Map<String, Double> values = evaluate(catalogue);
    SoftAssertions checks = new SoftAssertions();
    int examples = 0;
    for (Indicator indicator : catalogue) {
      for (int i = 0; i < indicator.examples().size(); i++) {
        Double value = values.get(key(indicator.code(), i));
        checks
            .assertThat(value == null ? null : rounded(value, indicator.decimals()))
            .as("%s, example %d", indicator.code(), i + 1)
            .isEqualTo(rounded(indicator.examples().get(i).value(), indicator.decimals()));
        examples++;
      }
    }
    checks.assertAll();
    assertThat(examples).isGreaterThanOrEqualTo(catalogue.size());
  }

  /** Every computed entry, and each further reading of its definition under a code of its own. */
  private List<Indicator> readings() {
    List<Indicator> readings = new ArrayList<>();
    for (Indicator indicator : schemas.indicators()) {
      if (indicator.choice() != null) {
        indicator
            .choice()
            .options()
            .keySet()
            .forEach(option -> readings.add(named(indicator.choosing(option), option)));
      } else if (indicator.computed()) {
        readings.add(indicator);
      }
    }
    return readings;
  }

  private static Indicator named(Indicator reading, String option) {
    return new Indicator(
        reading.code() + "/" + option,
        reading.standardId(),
        reading.name(),
        reading.dimension(),
        reading.category(),
        reading.unit(),
        reading.decimals(),
        reading.direction(),
        reading.attribute(),
        reading.scope(),
        reading.definition(),
        reading.sources(),
        null,
        null,
        reading.choice(),
        null,
        reading.inputs(),
        reading.formula(),
        reading.examples());
  }

  @Test
  void aMissingInputGivesNoValueAndNeverZero() {
    SparkSession spark = SharedSpark.session();
    Indicator ratio =
        schemas.indicators().stream().filter(i -> i.inputs().size() == 2).findFirst().orElseThrow();
    String first = ratio.inputs().keySet().iterator().next();
    Row only =
        RowFactory.create(
            ratio.code(), "r", 2025, first, 1.0, "OK", Date.valueOf("2026-01-01"), null);
    List<Row> values =
        new FormulaEvaluation(schemas.indicators(), schemas.units())
            .evaluate(spark.createDataFrame(List.of(only), INPUT))
            .select("value", "value_status")
            .collectAsList();
    assertThat(values).hasSize(1);
    assertThat(values.get(0).isNullAt(0)).isTrue();
    assertThat(values.get(0).getString(1)).isEqualTo("MISSING");
  }

  private Map<String, Double> evaluate(List<Indicator> catalogue) {
    List<Row> inputs = new ArrayList<>();
    for (Indicator indicator : catalogue) {
      for (int i = 0; i < indicator.examples().size(); i++) {
        int example = i;
        indicator
            .examples()
            .get(i)
            .inputs()
            .forEach(
                (name, value) ->
                    inputs.add(
                        RowFactory.create(
                            indicator.code(),
                            "example",
                            example,
                            name,
                            value,
                            "OK",
                            Date.valueOf("2026-01-01"),
                            null)));
      }
    }
    return new FormulaEvaluation(catalogue, schemas.units())
            .evaluate(SharedSpark.session().createDataFrame(inputs, INPUT))
            .select("indicator_code", "year", "value")
            .collectAsList()
            .stream()
            .filter(row -> !row.isNullAt(2))
            .collect(
                Collectors.toMap(
                    row -> key(row.getString(0), row.getInt(1)), row -> row.getDouble(2)));
  }

  private static String key(String indicator, int example) {
    return indicator + "#" + example;
  }

  private static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(Double.toString(value)).setScale(decimals, RoundingMode.HALF_UP);
  }
}
