package org.planpulse.jobs.indicators;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.planpulse.jobs.environment.AirDay;
import org.planpulse.jobs.environment.AirYear;
import org.planpulse.schemas.codelist.AirStandard;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * SQL functions of the air of a day and a year, with concentrations in the standard's units.
 *
 * <ul>
 *   <li>{@code pp_air_day(standard, item, array of (hour, value))}: a reading without an hour is
 *       the day's figure where there are no hours; null when too many hours are missing
 *   <li>{@code pp_air_year(standard, item, aggregate, threshold, array of (day, item, value))}:
 *       null when too many days are missing
 * </ul>
 */
final class AirFunctions {

  private static final int HOURS = 24;

  private AirFunctions() {}

  static void register(SparkSession spark, Map<String, AirStandard> known) {
    Map<String, AirStandard> standards = new HashMap<>(known);
    UDF3<String, String, Seq<Row>, Double> day =
        (standard, item, readings) -> day(standards.get(standard), item, readings);
    UDF5<String, String, String, Double, Seq<Row>, Double> year =
        (standard, item, aggregate, threshold, days) ->
            year(standards.get(standard), item, aggregate, threshold, days);
    spark.udf().register("pp_air_day", day, DataTypes.DoubleType);
    spark.udf().register("pp_air_year", year, DataTypes.DoubleType);
  }

  private static Double day(AirStandard standard, String item, Seq<Row> readings) {
    Double[] hours = new Double[HOURS];
    Double whole = null;
    for (Row reading : CollectionConverters.asJava(readings)) {
      if (reading.isNullAt(0)) {
        whole = reading.getDouble(1);
      } else {
        hours[reading.getInt(0)] = reading.getDouble(1);
      }
    }
    return Stream.of(hours).allMatch(Objects::isNull)
        ? whole
        : orNull(new AirDay(standard).of(item, hours));
  }

  private static Double year(
      AirStandard standard, String item, String aggregate, Double threshold, Seq<Row> days) {
    AirYear year = new AirYear(standard);
    for (Row day : CollectionConverters.asJava(days)) {
      year.add(LocalDate.parse(day.getString(0)), day.getString(1), day.getDouble(2));
    }
    return switch (aggregate) {
      case "yearly" -> orNull(year.yearly(item));
      case "count" -> (double) year.daysWithIndex();
      case "count_at_most" -> (double) year.daysUpTo(threshold);
      default -> throw new IllegalArgumentException(aggregate);
    };
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
